namespace SpyOptions.Tws.Client;

/// <summary>What a market data subscription is doing.</summary>
public enum MarketDataSubscriptionState
{
    /// <summary>Not requested: there is no connection, or no room in the queue; it will be.</summary>
    Waiting,

    /// <summary>Requested, and no tick has come since.</summary>
    Requested,

    /// <summary>Ticks have come since the last request.</summary>
    Streaming,

    /// <summary>The gateway refused it; it is asked for again only on the next connection or after 1101.</summary>
    Refused,

    /// <summary>Disposed.</summary>
    Ended,
}
