namespace SpyOptions.Contracts.Signals;

/// <summary>What a signal claims to have seen. One value per detector.</summary>
public enum SignalKind
{
    /// <summary>A quote that cannot be trusted: stale, crossed, locked, zero bid, spread blow-out or a bad open interest.</summary>
    DataQuality,

    /// <summary>An implied volatility away from the fitted smile of its expiry by more than its own bid-ask width explains.</summary>
    SmileResidual,

    /// <summary>More contracts traded in a minute than this minute of the day and delta bucket explains.</summary>
    VolumeSurge,
}
