namespace SpyOptions.PaperGateway.Market;

/// <summary>All that is quoted of one contract at one moment. Null means that there is no such value; prices are USD per unit.</summary>
internal readonly record struct MarketQuote
{
    /// <summary>Best bid; null when nobody bids.</summary>
    public decimal? Bid { get; init; }

    /// <summary>Contracts (or shares) bid for; null with <see cref="Bid"/>.</summary>
    public decimal? BidSize { get; init; }

    /// <summary>Best offer; null when nobody offers.</summary>
    public decimal? Ask { get; init; }

    /// <summary>Contracts (or shares) offered; null with <see cref="Ask"/>.</summary>
    public decimal? AskSize { get; init; }

    /// <summary>Price of the last trade; null when there was none.</summary>
    public decimal? Last { get; init; }

    /// <summary>Size of the last trade.</summary>
    public decimal? LastSize { get; init; }

    /// <summary>Contracts (or shares) traded in this session.</summary>
    public long Volume { get; init; }

    /// <summary>Open contracts at the end of the session before; 0 for a stock.</summary>
    public long OpenInterest { get; init; }

    /// <summary>Model implied volatility, 0.20 = 20 %; null when it is undefined and for a stock.</summary>
    public double? ImpliedVolatility { get; init; }

    /// <summary>Change of the price per 1.00 of spot.</summary>
    public double? Delta { get; init; }

    /// <summary>Change of the delta per 1.00 of spot.</summary>
    public double? Gamma { get; init; }

    /// <summary>Change of the price per 0.01 of volatility.</summary>
    public double? VegaPerPoint { get; init; }

    /// <summary>Change of the price per calendar day.</summary>
    public double? ThetaPerDay { get; init; }

    /// <summary>Model price.</summary>
    public double? ModelPrice { get; init; }

    /// <summary>Price of the underlying when this was quoted.</summary>
    public double UnderlyingPrice { get; init; }

    /// <summary>When the last trade was, market time; null when unknown.</summary>
    public DateTimeOffset? LastTradeAt { get; init; }

    /// <summary>When this was quoted, market time.</summary>
    public DateTimeOffset QuotedAt { get; init; }

    /// <summary>Close of the session before; null when unknown.</summary>
    public decimal? PriorClose { get; init; }

    /// <summary>First trade of the session; null when unknown.</summary>
    public decimal? Open { get; init; }

    /// <summary>Highest trade of the session; null when unknown.</summary>
    public decimal? High { get; init; }

    /// <summary>Lowest trade of the session; null when unknown.</summary>
    public decimal? Low { get; init; }
}
