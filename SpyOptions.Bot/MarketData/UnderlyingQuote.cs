namespace SpyOptions.Bot.MarketData;

/// <summary>The newest that is known of the underlying. What is not known is null.</summary>
internal readonly record struct UnderlyingQuote
{
    /// <summary>Bid, USD.</summary>
    public decimal? Bid { get; init; }

    /// <summary>Bid size, shares.</summary>
    public decimal? BidSize { get; init; }

    /// <summary>Ask, USD.</summary>
    public decimal? Ask { get; init; }

    /// <summary>Ask size, shares.</summary>
    public decimal? AskSize { get; init; }

    /// <summary>Last traded price, USD.</summary>
    public decimal? Last { get; init; }

    /// <summary>Close of the day before, USD.</summary>
    public decimal? PriorClose { get; init; }

    /// <summary>Shares traded today.</summary>
    public long? Volume { get; init; }

    /// <summary>30-day implied volatility as the broker computes it, 0.20 = 20 % a year.</summary>
    public double? ImpliedVolatility { get; init; }

    /// <summary>30-day historical volatility as the broker computes it, 0.20 = 20 % a year.</summary>
    public double? HistoricalVolatility { get; init; }

    /// <summary>Time of the last trade by the exchange's clock, UTC.</summary>
    public DateTimeOffset? LastTradedAt { get; init; }

    /// <summary>Whether trading is halted; null when the broker does not say.</summary>
    public bool? Halted { get; init; }

    /// <summary>Whether the figures are delayed or frozen.</summary>
    public bool Delayed { get; init; }

    /// <summary>Whether the line was released or the feed was lost since the last tick.</summary>
    public bool Stale { get; init; }

    /// <summary>When the newest tick was received, UTC by our own clock.</summary>
    public DateTimeOffset ObservedAt { get; init; }

    /// <summary>Ticks that made this quote; 0 before the first.</summary>
    public long TickCount { get; init; }

    /// <summary>Middle of bid and ask, USD; null when a side is missing or the sides are crossed.</summary>
    public decimal? Mid => Bid > Ask ? null : (Bid + Ask) / 2;

    /// <summary>Price of the underlying, USD: the mid, else the last trade, else the close of the day before; null before any is known.</summary>
    public double? Spot => (double?)(Mid ?? Last ?? PriorClose);
}
