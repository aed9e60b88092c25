namespace SpyOptions.Contracts.Feed;

/// <summary>Latency of one hop over the last minutes.</summary>
/// <param name="Hop">Name of the hop, for example <c>observed-detected</c>.</param>
/// <param name="Count">Samples.</param>
/// <param name="P50Ms">Median, milliseconds.</param>
/// <param name="P95Ms">95th percentile, milliseconds.</param>
/// <param name="P99Ms">99th percentile, milliseconds.</param>
public sealed record HopLatency(string Hop, long Count, double P50Ms, double P95Ms, double P99Ms);
