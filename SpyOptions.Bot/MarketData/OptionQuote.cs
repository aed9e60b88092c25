namespace SpyOptions.Bot.MarketData;

/// <summary>The newest that is known of one option. What is not known is null: no wire marker gets this far.</summary>
internal readonly record struct OptionQuote
{
    /// <summary>Bid, USD.</summary>
    public decimal? Bid { get; init; }

    /// <summary>Bid size, contracts.</summary>
    public decimal? BidSize { get; init; }

    /// <summary>Ask, USD.</summary>
    public decimal? Ask { get; init; }

    /// <summary>Ask size, contracts.</summary>
    public decimal? AskSize { get; init; }

    /// <summary>Last traded price, USD.</summary>
    public decimal? Last { get; init; }

    /// <summary>Size of the last trade, contracts.</summary>
    public decimal? LastSize { get; init; }

    /// <summary>Implied volatility of the broker's model, 0.20 = 20 % a year.</summary>
    public double? ImpliedVolatility { get; init; }

    /// <summary>Implied volatility at the bid as the broker computes it.</summary>
    public double? BidImpliedVolatility { get; init; }

    /// <summary>Implied volatility at the ask as the broker computes it.</summary>
    public double? AskImpliedVolatility { get; init; }

    /// <summary>Delta.</summary>
    public double? Delta { get; init; }

    /// <summary>Gamma per 1.00 of spot.</summary>
    public double? Gamma { get; init; }

    /// <summary>Vega per 0.01 of implied volatility, USD.</summary>
    public double? VegaPerPoint { get; init; }

    /// <summary>Theta per day, USD.</summary>
    public double? ThetaPerDay { get; init; }

    /// <summary>Value by the broker's model, USD.</summary>
    public double? ModelPrice { get; init; }

    /// <summary>Price of the underlying that the broker's model used, USD.</summary>
    public double? ModelSpot { get; init; }

    /// <summary>Contracts traded today.</summary>
    public long? Volume { get; init; }

    /// <summary>Open interest, contracts; a daily figure.</summary>
    public long? OpenInterest { get; init; }

    /// <summary>Time of the last trade by the exchange's clock, UTC.</summary>
    public DateTimeOffset? LastTradedAt { get; init; }

    /// <summary>Whether trading is halted; null when the broker does not say.</summary>
    public bool? Halted { get; init; }

    /// <summary>Whether the figures are delayed or frozen: for show, never for trading.</summary>
    public bool Delayed { get; init; }

    /// <summary>Whether the line was released or the feed was lost since the last tick.</summary>
    public bool Stale { get; init; }

    /// <summary>When the newest tick of any kind was received, UTC by our own clock.</summary>
    public DateTimeOffset ObservedAt { get; init; }

    /// <summary>When the newest tick of bid, ask or their sizes was received, UTC; null before the first.</summary>
    public DateTimeOffset? BookObservedAt { get; init; }

    /// <summary>Market time of the newest tick, UTC: the broker's clock, which a replay moves; null before it is known.</summary>
    public DateTimeOffset? MarketAt { get; init; }

    /// <summary><see cref="TimeProvider.GetTimestamp"/> of the socket read that brought the newest tick.</summary>
    public long ReceivedTimestamp { get; init; }

    /// <summary><see cref="TimeProvider.GetTimestamp"/> of the moment the newest tick became part of this quote.</summary>
    public long ObservedTimestamp { get; init; }

    /// <summary>Ticks that made this quote; 0 before the first.</summary>
    public long TickCount { get; init; }

    /// <summary>Whether both sides are there and the bid is above the ask.</summary>
    public bool IsCrossed => Bid > Ask;

    /// <summary>Whether both sides are there and equal.</summary>
    public bool IsLocked => Bid is not null && Bid == Ask;

    /// <summary>Ask less bid, USD; negative when crossed, null when a side is missing.</summary>
    public decimal? Spread => Ask - Bid;

    /// <summary>Middle of bid and ask, USD; null when a side is missing, the sides are crossed or the quote is marked stale.</summary>
    public decimal? Mid => Stale || IsCrossed ? null : (Bid + Ask) / 2;

    /// <summary>Age of the newest tick. Never negative.</summary>
    /// <param name="now">UTC by the clock that stamped <see cref="ObservedAt"/>.</param>
    public TimeSpan Age(DateTimeOffset now) => now > ObservedAt ? now - ObservedAt : TimeSpan.Zero;

    /// <summary><see cref="Mid"/>, and null as well when the newest tick is older than allowed.</summary>
    /// <param name="now">UTC by the clock that stamped <see cref="ObservedAt"/>.</param>
    /// <param name="ageMax">Oldest age that still counts.</param>
    public decimal? MidWithin(DateTimeOffset now, TimeSpan ageMax) => TickCount == 0 || Age(now) > ageMax ? null : Mid;
}
