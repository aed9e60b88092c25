namespace SpyOptions.PaperGateway.Market;

/// <summary>Which parts of a quote changed.</summary>
[Flags]
internal enum QuoteFields
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Bid price.</summary>
    BidPrice = 1,

    /// <summary>Bid size.</summary>
    BidSize = 2,

    /// <summary>Ask price.</summary>
    AskPrice = 4,

    /// <summary>Ask size.</summary>
    AskSize = 8,

    /// <summary>Price or time of the last trade.</summary>
    LastPrice = 16,

    /// <summary>Size of the last trade.</summary>
    LastSize = 32,

    /// <summary>Volume of the session.</summary>
    Volume = 64,

    /// <summary>Open interest.</summary>
    OpenInterest = 128,

    /// <summary>Implied volatility, Greeks, model price or the underlying's price.</summary>
    Model = 256,

    /// <summary>Open, high, low or prior close.</summary>
    Range = 512,
}
