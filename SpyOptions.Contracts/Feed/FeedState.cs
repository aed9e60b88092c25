namespace SpyOptions.Contracts.Feed;

/// <summary>What the market data feed is worth right now.</summary>
public enum FeedState
{
    /// <summary>Connected, live data, ticks arrive.</summary>
    Live,

    /// <summary>Ticks arrive, but delayed or frozen: for show only.</summary>
    Delayed,

    /// <summary>No tick within the allowed age although the market is open, or no connection.</summary>
    Stale,

    /// <summary>The exchange is closed.</summary>
    Closed,

    /// <summary>Connected again; subscriptions and book are being restored.</summary>
    Reconciling,
}
