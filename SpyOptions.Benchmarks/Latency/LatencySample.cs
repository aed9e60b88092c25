using SpyOptions.Contracts.Signals;

namespace SpyOptions.Benchmarks.Latency;

/// <summary>One signal as a viewer saw it.</summary>
/// <param name="Stored">The signal.</param>
/// <param name="SeenAt">When the viewer had it, UTC.</param>
internal sealed record LatencySample(StoredSignal Stored, DateTimeOffset SeenAt)
{
    /// <summary>Names of the hops, in order; the last one is the whole way.</summary>
    public static readonly string[] Hops = ["observed-detected", "detected-published", "published-stored", "stored-seen", "observed-seen"];

    /// <summary>Milliseconds of every hop, in the order of <see cref="Hops"/>.</summary>
    public double[] Milliseconds()
    {
        var signal = Stored.Signal;
        var published = signal.PublishedAt ?? signal.DetectedAt;
        return
        [
            (signal.DetectedAt - signal.ObservedAt).TotalMilliseconds,
            (published - signal.DetectedAt).TotalMilliseconds,
            (Stored.StoredAt - published).TotalMilliseconds,
            (SeenAt - Stored.StoredAt).TotalMilliseconds,
            (SeenAt - signal.ObservedAt).TotalMilliseconds,
        ];
    }
}
