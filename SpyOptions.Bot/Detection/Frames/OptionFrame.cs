using SpyOptions.Bot.MarketData;
using SpyOptions.Contracts.Signals;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Bot.Detection.Frames;

/// <summary>One option as the detectors see it at one step: its quote and what was derived from it. Reused from step to step.</summary>
/// <param name="contract">The option.</param>
/// <param name="index">Its place among the options of its right, by ascending strike.</param>
internal sealed class OptionFrame(OptionContract contract, int index)
{
    /// <summary>The option.</summary>
    public OptionContract Contract { get; } = contract;

    /// <summary>Place among the options of the same right, by ascending strike.</summary>
    public int Index { get; } = index;

    /// <summary>Strike, USD.</summary>
    public double Strike { get; } = (double)contract.Strike;

    /// <summary>Whether it is a call.</summary>
    public bool IsCall { get; } = contract.Right == OptionRight.Call;

    /// <summary>The quote.</summary>
    public OptionQuote Quote { get; private set; }

    /// <summary>Bid, USD; 0 when there is none.</summary>
    public double Bid { get; private set; }

    /// <summary>Ask, USD; 0 when there is none.</summary>
    public double Ask { get; private set; }

    /// <summary>Middle of bid and ask, USD; meaningful only while <see cref="HasTwoSides"/>.</summary>
    public double Mid => (Bid + Ask) / 2;

    /// <summary>Ask less bid, USD.</summary>
    public double Spread => Ask - Bid;

    /// <summary>Whether a book has been seen, is not marked stale and trading is not halted.</summary>
    public bool HasBook { get; private set; }

    /// <summary>Whether bid and ask are above 0 and not crossed.</summary>
    public bool HasTwoSides { get; private set; }

    /// <summary>Price of the underlying when the book last changed, USD; null when it was not known.</summary>
    public double? SpotAtBook { get; private set; }

    /// <summary>Implied volatility at the bid.</summary>
    public double? BidVolatility { get; private set; }

    /// <summary>Implied volatility at the ask.</summary>
    public double? AskVolatility { get; private set; }

    /// <summary>Implied volatility at the mid.</summary>
    public double? MidVolatility { get; private set; }

    /// <summary>Delta at the mid, of the forward; null when undefined.</summary>
    public double? Delta { get; private set; }

    /// <summary>Whether the data quality detector found nothing wrong in this step.</summary>
    public bool IsTrusted { get; set; }

    /// <summary>Expected move of the mid since the book last changed, because the underlying moved, USD; 0 when unknown.</summary>
    public double LagUsd(double? spot) => SpotAtBook is { } then && spot is { } now && Delta is { } delta ? Math.Abs(delta * (now - then)) : 0;

    /// <summary>Takes over a quote.</summary>
    public void Take(in OptionQuote quote, double? spot)
    {
        if (quote.BookObservedAt != Quote.BookObservedAt)
        {
            SpotAtBook = spot;
        }

        Quote = quote;
        Bid = (double)(quote.Bid ?? 0);
        Ask = (double)(quote.Ask ?? 0);
        HasBook = quote is { TickCount: > 0, Stale: false } && quote.Halted != true && quote.BookObservedAt is not null;
        HasTwoSides = HasBook && Bid > 0 && Ask >= Bid;
        IsTrusted = false;
        BidVolatility = AskVolatility = MidVolatility = Delta = null;
    }

    /// <summary>Solves the volatilities; leaves those undefined that have no solution.</summary>
    public void Solve(double forward, double years, double discount)
    {
        if (!HasTwoSides)
        {
            return;
        }

        MidVolatility = ImpliedVolatility.TryFindBlack76(IsCall, Mid, forward, Strike, years, discount).Value;
        if (MidVolatility is not { } volatility)
        {
            return;
        }

        BidVolatility = ImpliedVolatility.TryFindBlack76(IsCall, Bid, forward, Strike, years, discount).Value;
        AskVolatility = ImpliedVolatility.TryFindBlack76(IsCall, Ask, forward, Strike, years, discount).Value;
        var delta = Quant.Pricing.Black76.Greeks(IsCall, forward, Strike, years, volatility, discount).Delta;
        Delta = double.IsFinite(delta) ? Math.Clamp(delta, -1, 1) : null;
    }

    /// <summary>The raw quote as a signal carries it.</summary>
    public LegQuote ToLeg(DateTimeOffset now) =>
        new(Contract, Quote.Bid, Quote.BidSize, Quote.Ask, Quote.AskSize, MidVolatility, Quote.Age(now).TotalMilliseconds);
}
