namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>One synthetic option: makes its quote at an instant and remembers the last one. Not thread-safe.</summary>
internal sealed class OptionLine
{
    private const double OpenInterestSpread = 0.9;
    private const double SpreadJitter = 0.2;
    private const double SizeJitter = 0.45;
    private const long NoisePeriodMs = 50;
    private const double LastSizeMax = 40.0;

    private readonly ulong seed;
    private readonly SessionPath path;
    private readonly TradeCurve trades;
    private readonly List<AnomalyLabel> bursts = [];
    private readonly long openInterest;
    private readonly decimal priorClose;
    private ulong ticks;

    /// <summary>Creates the line without a quote.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="path">The session.</param>
    /// <param name="contract">The option.</param>
    /// <param name="expiry">Its expiry.</param>
    /// <param name="opensAt">Start of the session.</param>
    /// <param name="priorClosedAt">End of the session before.</param>
    public OptionLine(ulong seed, SessionPath path, ListedContract contract, ListedExpiry expiry, DateTimeOffset opensAt, DateTimeOffset priorClosedAt)
    {
        this.seed = seed;
        this.path = path;
        Contract = contract;
        Expiry = expiry;
        trades = new TradeCurve(seed, path, contract, expiry, opensAt);
        var model = OptionModel.Of(path, contract, expiry, opensAt, 0.0);
        var factor = Liquidity.RoundNumberFactor(contract.Strike) * Math.Exp(OpenInterestSpread * (SeededNoise.NormalOf(seed, contract.ConId, 3) - (0.5 * OpenInterestSpread)));
        priorClose = OptionModel.PriorClose(path, contract, expiry, priorClosedAt);
        openInterest = (long)(Liquidity.OpenInterest(model.Days, model.Greeks.Delta) * factor);
    }

    /// <summary>The option.</summary>
    public ListedContract Contract { get; }

    /// <summary>Its expiry.</summary>
    public ListedExpiry Expiry { get; }

    /// <summary>The last quote made.</summary>
    public MarketQuote Quote { get; private set; }

    /// <summary>How many watch it.</summary>
    public int Watchers { get; set; }

    /// <summary>The anomaly put into it last; null when there never was one.</summary>
    public AnomalyLabel? Label { get; private set; }

    /// <summary>Whether the quote is to stand still at an instant.</summary>
    /// <param name="at">Market time.</param>
    public bool IsFrozen(DateTimeOffset at) => Active(at, AnomalyKind.StaleQuote) is not null;

    /// <summary>Puts an anomaly into the line; it takes effect with the next quote.</summary>
    /// <param name="label">The anomaly.</param>
    public void Inject(AnomalyLabel label)
    {
        Label = label;
        if (label.Kind == AnomalyKind.VolumeBurst)
        {
            bursts.Add(label);
        }
    }

    /// <summary>Removes every anomaly, because market time jumps.</summary>
    public void ForgetAnomalies()
    {
        Label = null;
        bursts.Clear();
    }

    /// <summary>Makes another quote, even at the instant of the last one: sizes and spread are drawn anew.</summary>
    /// <param name="at">Market time.</param>
    /// <returns>What changed against the quote before.</returns>
    public QuoteFields Tick(DateTimeOffset at)
    {
        ticks++;
        return Refresh(at);
    }

    /// <summary>Makes the quote of an instant; asked again at the same instant it is the same.</summary>
    /// <param name="at">Market time.</param>
    /// <returns>What changed against the quote before.</returns>
    public QuoteFields Refresh(DateTimeOffset at)
    {
        var before = Quote;
        var noise = new SeededNoise(seed ^ (((ulong)Contract.ConId << 24) + (ticks << 52) + (ulong)(at.ToUnixTimeMilliseconds() / NoisePeriodMs)));
        var model = OptionModel.Of(path, Contract, Expiry, at, Active(at, AnomalyKind.VolatilityBump)?.Size ?? 0.0);
        var quote = WithTrades(WithPrices(model, at, noise), at < before.QuotedAt ? default : before, at, noise);
        Quote = quote;
        return QuoteChange.Compare(before, quote);
    }

    private MarketQuote WithPrices(in OptionModel model, DateTimeOffset at, SeededNoise noise)
    {
        var usual = Liquidity.Spread(model.Days, model.Greeks.Delta) * Math.Exp(SpreadJitter * noise.NextNormal());
        var spread = usual * (Active(at, AnomalyKind.SpreadBlowOut)?.Size ?? 1.0);
        var width = Math.Max((int)Math.Round(spread * 100.0), 1);
        var bidCents = (int)Math.Round((model.Price * 100.0) - (0.5 * width) + (0.1 * width * noise.NextNormal()));
        var askCents = Math.Max(bidCents + width, 1);
        if (Active(at, AnomalyKind.CrossedQuote) is { } cross)
        {
            bidCents = askCents + (int)Math.Round(cross.Size * 100.0);
        }

        var hasBid = bidCents > 0 && Active(at, AnomalyKind.ZeroBid) is null;
        var usualSize = Liquidity.Size(model.Days, model.Greeks.Delta);
        return new MarketQuote
        {
            Bid = hasBid ? bidCents / 100m : null,
            BidSize = hasBid ? Size(usualSize, noise) : null,
            Ask = askCents / 100m,
            AskSize = Size(usualSize, noise),
            ImpliedVolatility = model.Volatility,
            Delta = model.Greeks.Delta,
            Gamma = model.Greeks.Gamma,
            VegaPerPoint = model.Greeks.VegaPerPoint,
            ThetaPerDay = model.Greeks.ThetaPerDay,
            ModelPrice = model.Price,
            UnderlyingPrice = path.SpotAt(at),
            QuotedAt = at,
            OpenInterest = openInterest,
            PriorClose = priorClose,
        };
    }

    private MarketQuote WithTrades(MarketQuote quote, in MarketQuote before, DateTimeOffset at, SeededNoise noise)
    {
        var traded = trades.At(at) + BurstVolume(at);
        quote = traded <= before.Volume || traded == 0
            ? quote with { Last = before.Last, LastSize = before.LastSize, LastTradeAt = before.LastTradeAt }
            : quote with
            {
                Last = noise.NextUniform() < 0.5 ? quote.Bid ?? quote.Ask : quote.Ask,
                LastSize = 1m + noise.NextIndex((int)Math.Min(traded - before.Volume, LastSizeMax)),
                LastTradeAt = at,
            };
        if (quote.Last is { } last)
        {
            trades.Show(last);
        }

        return quote with { Volume = traded, Open = trades.Range.Open, High = trades.Range.High, Low = trades.Range.Low };
    }

    private AnomalyLabel? Active(DateTimeOffset at, AnomalyKind kind) => Label is { } label && label.Kind == kind && at >= label.StartsAt && at < label.EndsAt ? label : null;

    private long BurstVolume(DateTimeOffset at) =>
        bursts.Sum(burst => (long)(burst.Size * Math.Clamp((at - burst.StartsAt) / (burst.EndsAt - burst.StartsAt), 0.0, 1.0)));

    private static decimal Size(double usual, SeededNoise noise) => Math.Max(Math.Round((decimal)(usual * Math.Exp(SizeJitter * noise.NextNormal()))), 1m);
}
