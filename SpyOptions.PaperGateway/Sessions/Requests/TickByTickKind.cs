namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>Which ticks a client wants every one of. The numbers are those of the wire.</summary>
internal enum TickByTickKind
{
    /// <summary>Trades.</summary>
    Last = 1,

    /// <summary>Trades, the unreported ones too.</summary>
    AllLast = 2,

    /// <summary>Quotes.</summary>
    BidAsk = 3,

    /// <summary>Midpoints.</summary>
    MidPoint = 4,
}
