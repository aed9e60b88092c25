using SpyOptions.Bot.MarketData;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Bot.Detection.Frames;

/// <summary>One expiry as the detectors see it at one step. Its arrays are made once; a step allocates nothing.</summary>
internal sealed class ExpiryFrame
{
    private const int PairsMin = 3;
    private readonly ChainView _view;
    private readonly (int StrikeIndex, OptionFrame Option)[] _callSlots;
    private readonly (int StrikeIndex, OptionFrame Option)[] _putSlots;
    private readonly (OptionFrame Call, OptionFrame Put)[] _twins;
    private readonly ParityPair[] _pairs;
    private readonly double[] _scratch = new double[2 * ParityForward.PairsDefault];

    /// <summary>Makes the frame of a view.</summary>
    public ExpiryFrame(ChainView view)
    {
        _view = view;
        _callSlots = Slots(view.Chain.Calls);
        _putSlots = Slots(view.Chain.Puts);
        Calls = [.. _callSlots.Select(slot => slot.Option)];
        Puts = [.. _putSlots.Select(slot => slot.Option)];
        _twins = [.. _callSlots.Join(_putSlots, call => call.StrikeIndex, put => put.StrikeIndex, (call, put) => (call.Option, put.Option))];
        _pairs = new ParityPair[_twins.Length];
        Options = [.. Calls, .. Puts];
        ByStrike = [.. Options.OrderBy(option => option.Strike)];
    }

    /// <summary>The expiry.</summary>
    public DateOnly Expiry => _view.Chain.Expiry;

    /// <summary>The calls by ascending strike.</summary>
    public OptionFrame[] Calls { get; }

    /// <summary>The puts by ascending strike.</summary>
    public OptionFrame[] Puts { get; }

    /// <summary>Calls, then puts.</summary>
    public OptionFrame[] Options { get; }

    /// <summary>Calls and puts together by ascending strike.</summary>
    public OptionFrame[] ByStrike { get; }

    /// <summary>Price of the underlying, USD; null before it is known.</summary>
    public double? Spot { get; private set; }

    /// <summary>Market time, UTC; null before it is known.</summary>
    public DateTimeOffset? MarketAt { get; private set; }

    /// <summary>Years to expiry; 0 when it has passed or is not known.</summary>
    public double Years { get; private set; }

    /// <summary>Forward that the near-the-money pairs imply.</summary>
    public ParityForwardFit Forward { get; private set; }

    /// <summary>Whether volatilities could be solved in this step.</summary>
    public bool IsPriced { get; private set; }

    /// <summary>Whether this is the frame of just this listing.</summary>
    public bool IsOf(ExpiryChain chain) => ReferenceEquals(chain, _view.Chain);

    /// <summary>Options of the same right as one, by ascending strike.</summary>
    public OptionFrame[] SameRight(OptionFrame option) => option.IsCall ? Calls : Puts;

    /// <summary>Brings the frame up to date from the chain.</summary>
    public void Refresh(DetectionOptions options)
    {
        _view.Refresh();
        Spot = _view.Spot is { } spot && double.IsFinite(spot) && spot > 0 ? spot : null;
        MarketAt = _view.MarketAt;
        Years = _view.YearsToExpiry ?? 0;
        Take(_callSlots, _view.Calls);
        Take(_putSlots, _view.Puts);
        var discount = Math.Exp(-options.RatePerYear * Years);
        Forward = Years > 0 && double.IsFinite(discount) ? FindForward(discount) : ParityForwardFit.Undefined(SmileUndefined.InvalidInput);
        IsPriced = Forward.IsDefined && Years * 365 >= options.ExpiryGuard.TotalDays && Years > 0;
        if (IsPriced)
        {
            foreach (var option in Options)
            {
                option.Solve(Forward.Forward, Years, discount);
            }
        }
    }

    private ParityForwardFit FindForward(double discount)
    {
        var count = 0;
        foreach (var (call, put) in _twins)
        {
            if (call.HasTwoSides && put.HasTwoSides)
            {
                _pairs[count++] = new ParityPair(call.Strike, call.Mid, put.Mid);
            }
        }

        return ParityForward.Find(_pairs.AsSpan(0, count), discount, PairsMin, ParityForward.PairsDefault, _scratch);
    }

    private void Take((int StrikeIndex, OptionFrame Option)[] slots, ReadOnlySpan<OptionQuote> quotes)
    {
        foreach (var (strikeIndex, option) in slots)
        {
            option.Take(quotes[strikeIndex], Spot);
        }
    }

    private static (int StrikeIndex, OptionFrame Option)[] Slots(IReadOnlyList<QuotedOption?> options)
    {
        var slots = new List<(int, OptionFrame)>(options.Count);
        for (var i = 0; i < options.Count; i++)
        {
            if (options[i] is { } option)
            {
                slots.Add((i, new OptionFrame(option.Contract, slots.Count)));
            }
        }

        return [.. slots];
    }
}
