namespace SpyOptions.Contracts.Feed;

/// <summary>Why the feed is in its state.</summary>
public enum FeedCause
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The process has just started.</summary>
    Starting,

    /// <summary>TCP connection refused or lost.</summary>
    GatewayUnreachable,

    /// <summary>The gateway accepts connections and stays silent: it waits for a login.</summary>
    NeedsLogin,

    /// <summary>The client id is in use by another connection (326).</summary>
    ClientIdInUse,

    /// <summary>The gateway lost its link to the broker (1100, 2110).</summary>
    BrokerLinkDown,

    /// <summary>A market data farm is down (2103).</summary>
    FarmDown,

    /// <summary>Another session of the same user takes the data (10197).</summary>
    CompetingSession,

    /// <summary>No entitlement for live data (354, 10089, 10091, 10168, 10186).</summary>
    NoEntitlement,

    /// <summary>Delayed data was delivered (10167, market data type 3 or 4).</summary>
    DelayedData,

    /// <summary>Connected, subscribed, but no tick arrives.</summary>
    NoTicks,

    /// <summary>Outside the exchange's session.</summary>
    OutsideSession,

    /// <summary>Subscriptions are being restored.</summary>
    Resubscribing,
}
