namespace SpyOptions.Contracts.Feed;

/// <summary>One option in a chain snapshot. What is not known is null.</summary>
public sealed record ChainCell
{
    /// <summary>The broker's contract id.</summary>
    public required int ConId { get; init; }

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

    /// <summary>Implied volatility, 0.20 = 20 % a year.</summary>
    public double? ImpliedVolatility { get; init; }

    /// <summary>Delta.</summary>
    public double? Delta { get; init; }

    /// <summary>Gamma per 1.00 of spot.</summary>
    public double? Gamma { get; init; }

    /// <summary>Vega per 0.01 of implied volatility, USD.</summary>
    public double? VegaPerPoint { get; init; }

    /// <summary>Theta per day, USD.</summary>
    public double? ThetaPerDay { get; init; }

    /// <summary>Contracts traded today.</summary>
    public long? Volume { get; init; }

    /// <summary>Open interest, contracts; a daily figure.</summary>
    public long? OpenInterest { get; init; }

    /// <summary>When the quote was last observed, UTC.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>Whether a market data line is on it now.</summary>
    public required bool Subscribed { get; init; }

    /// <summary>Whether the quote is older than allowed.</summary>
    public required bool Stale { get; init; }
}
