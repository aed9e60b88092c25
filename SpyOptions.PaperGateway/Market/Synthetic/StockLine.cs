namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>The synthetic SPY stock: a penny wide around the spot.</summary>
/// <param name="seed">The seed.</param>
/// <param name="path">The session.</param>
internal sealed class StockLine(ulong seed, SessionPath path)
{
    private const double SessionVolume = 55_000_000.0;
    private const long NoisePeriodMs = 50;

    /// <summary>The last quote made.</summary>
    public MarketQuote Quote { get; private set; }

    /// <summary>How many watch it.</summary>
    public int Watchers { get; set; }

    /// <summary>Makes the quote of an instant.</summary>
    /// <param name="at">Market time.</param>
    /// <returns>What changed against the quote before.</returns>
    public QuoteFields Refresh(DateTimeOffset at)
    {
        var before = Quote;
        var noise = new SeededNoise(seed ^ (ulong)(at.ToUnixTimeMilliseconds() / NoisePeriodMs));
        var spot = path.SpotAt(at);
        var bid = Bid(spot);
        var (high, low) = path.RangeAt(at);
        Quote = new MarketQuote
        {
            Bid = bid,
            BidSize = 100m * (1 + noise.NextIndex(12)),
            Ask = bid + 0.01m,
            AskSize = 100m * (1 + noise.NextIndex(12)),
            Last = noise.NextUniform() < 0.5 ? bid : bid + 0.01m,
            LastSize = 100m * (1 + noise.NextIndex(4)),
            Volume = (long)(SessionVolume * IntradayShape.Volume.Cumulative(path.ElapsedAt(at))),
            UnderlyingPrice = spot,
            LastTradeAt = at,
            QuotedAt = at,
            PriorClose = (decimal)path.PriorClose,
            Open = Bid(path.Open),
            High = Bid(high) + 0.01m,
            Low = Bid(low),
        };
        return QuoteChange.Compare(before, Quote);
    }

    private static decimal Bid(double spot) => Math.Floor((decimal)spot * 100m) / 100m;
}
