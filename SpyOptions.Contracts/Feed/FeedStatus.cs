namespace SpyOptions.Contracts.Feed;

/// <summary>State of the edge, sent about once a second: what the bar on every page shows.</summary>
public sealed record FeedStatus
{
    /// <summary>State of the feed.</summary>
    public required FeedState State { get; init; }

    /// <summary>Its cause.</summary>
    public required FeedCause Cause { get; init; }

    /// <summary>The cause in words.</summary>
    public required string CauseText { get; init; }

    /// <summary>Since when the state holds, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When this status was made, UTC.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Age of the newest tick, milliseconds; null before the first tick.</summary>
    public double? TickAgeMs { get; init; }

    /// <summary>Market time, UTC: the broker's clock; null before it is known.</summary>
    public DateTimeOffset? MarketAt { get; init; }

    /// <summary>End of the current or next session, UTC; null before the market time is known.</summary>
    public DateTimeOffset? SessionClosesAt { get; init; }

    /// <summary>Price of the underlying, USD; null before it is known.</summary>
    public double? Spot { get; init; }

    /// <summary>Symbol of the underlying.</summary>
    public required string Underlying { get; init; }

    /// <summary>Whether the socket to the gateway is up and the handshake complete.</summary>
    public required bool GatewayConnected { get; init; }

    /// <summary>Negotiated server version; null while not connected.</summary>
    public int? ServerVersion { get; init; }

    /// <summary>Whether every account of the session is a paper account (prefix DU).</summary>
    public required bool PaperAccount { get; init; }

    /// <summary>Market data lines in use.</summary>
    public required int LinesUsed { get; init; }

    /// <summary>Market data lines allowed.</summary>
    public required int LinesMax { get; init; }

    /// <summary>Contracts known of the chain.</summary>
    public required int ContractsKnown { get; init; }

    /// <summary>Ticks received since start.</summary>
    public required long TicksReceived { get; init; }

    /// <summary>Ticks that were overtaken by a newer one before anything looked at them, since start.</summary>
    public required long TicksConflated { get; init; }

    /// <summary>Signals that wait in the outbox.</summary>
    public required int OutboxDepth { get; init; }

    /// <summary>Age of the oldest waiting signal, milliseconds; null when none waits.</summary>
    public double? OutboxAgeMs { get; init; }

    /// <summary>The instance that reports.</summary>
    public required string Source { get; init; }

    /// <summary>Latency of the hops at the edge.</summary>
    public required IReadOnlyList<HopLatency> Latencies { get; init; }
}
