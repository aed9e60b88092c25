namespace SpyOptions.Bot.MarketData;

/// <summary>Which parts of a quote a tick, or several conflated ticks, touched.</summary>
[Flags]
internal enum QuoteFields
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Bid price.</summary>
    Bid = 1 << 0,

    /// <summary>Bid size.</summary>
    BidSize = 1 << 1,

    /// <summary>Ask price.</summary>
    Ask = 1 << 2,

    /// <summary>Ask size.</summary>
    AskSize = 1 << 3,

    /// <summary>Price of the last trade.</summary>
    Last = 1 << 4,

    /// <summary>Size of the last trade.</summary>
    LastSize = 1 << 5,

    /// <summary>Contracts traded today.</summary>
    Volume = 1 << 6,

    /// <summary>Open interest.</summary>
    OpenInterest = 1 << 7,

    /// <summary>Implied volatility and Greeks of the broker's model.</summary>
    Model = 1 << 8,

    /// <summary>Implied volatility at the bid.</summary>
    BidVolatility = 1 << 9,

    /// <summary>Implied volatility at the ask.</summary>
    AskVolatility = 1 << 10,

    /// <summary>Time of the last trade.</summary>
    LastTradedAt = 1 << 11,

    /// <summary>Trading halt.</summary>
    Halted = 1 << 12,

    /// <summary>The quote went stale as a whole: its line was released or the feed was lost.</summary>
    Stale = 1 << 13,

    /// <summary>Whether the data is live or delayed.</summary>
    DataType = 1 << 14,

    /// <summary>Anything of the two sides of the book.</summary>
    Book = Bid | BidSize | Ask | AskSize,
}
