namespace SpyOptions.Tws.Client;

/// <summary>Which outgoing requests go first when the pacer holds several back.</summary>
public enum SendPriority
{
    /// <summary>Orders and their cancels.</summary>
    Order,

    /// <summary>Questions with one answer, and the heartbeat.</summary>
    Request,

    /// <summary>Market data: subscriptions and their ends.</summary>
    MarketData,
}
