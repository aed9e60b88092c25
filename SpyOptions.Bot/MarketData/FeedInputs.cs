namespace SpyOptions.Bot.MarketData;

/// <summary>How far the connection to the gateway is, as far as the feed cares.</summary>
internal enum GatewayLink
{
    /// <summary>Nothing has failed yet and nothing is connected.</summary>
    Starting,

    /// <summary>Refused, unreachable or lost.</summary>
    Unreachable,

    /// <summary>TCP works and the gateway stays silent.</summary>
    Silent,

    /// <summary>Another connection holds the client id.</summary>
    ClientIdInUse,

    /// <summary>The gateway speaks no version that we do.</summary>
    Unsupported,

    /// <summary>Requests are accepted, but the gateway lost its link to the broker.</summary>
    BrokerLost,

    /// <summary>Requests are accepted.</summary>
    Ready,
}

/// <summary>What the feed's state is judged on at one moment.</summary>
internal readonly record struct FeedInputs
{
    /// <summary>Now, UTC by our own clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How far the connection is.</summary>
    public required GatewayLink Link { get; init; }

    /// <summary>Why the link is down, in words; null when it is up or nothing is known.</summary>
    public string? LinkText { get; init; }

    /// <summary>Whether the exchange's session is open; null before the market time is known.</summary>
    public bool? SessionOpen { get; init; }

    /// <summary>When the underlying's newest tick was received, UTC; null before the first.</summary>
    public DateTimeOffset? UnderlyingTickAt { get; init; }

    /// <summary>When the newest tick of any option was received, UTC; null before the first.</summary>
    public DateTimeOffset? OptionTickAt { get; init; }

    /// <summary>Option lines in use.</summary>
    public int OptionLines { get; init; }
}
