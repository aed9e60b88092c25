using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>One hop of one signal.</summary>
/// <param name="Name">The hop in words.</param>
/// <param name="Milliseconds">Its length.</param>
public sealed record Hop(string Name, double Milliseconds);

/// <summary>Where the time between a tick and this screen went, hop by hop.</summary>
/// <param name="Hops">The hops that are known, in order.</param>
public sealed record LatencyBreakdown(IReadOnlyList<Hop> Hops)
{
    /// <summary>Budget from the tick to the viewer, milliseconds.</summary>
    public const double BudgetMs = 500;

    /// <summary>Sum of the known hops, milliseconds.</summary>
    public double TotalMs => Hops.Sum(hop => hop.Milliseconds);

    /// <summary>Whether the budget was missed.</summary>
    public bool IsLate => TotalMs > BudgetMs;

    /// <summary>Reads the hops of a claim. A negative one (clocks of two machines apart) counts as 0.</summary>
    /// <param name="stored">The claim.</param>
    /// <param name="seenAt">When it arrived here over the hub, UTC; null when it was loaded later.</param>
    public static LatencyBreakdown Of(StoredSignal stored, DateTimeOffset? seenAt)
    {
        var signal = stored.Signal;
        var publishedAt = signal.PublishedAt ?? signal.DetectedAt;
        var hops = new List<Hop>(4)
        {
            Between("detected", signal.ObservedAt, signal.DetectedAt),
            Between("published", signal.DetectedAt, publishedAt),
            Between("stored", publishedAt, stored.StoredAt),
        };
        if (seenAt is { } seen)
        {
            hops.Add(Between("seen", stored.StoredAt, seen));
        }

        return new LatencyBreakdown(hops);
    }

    private static Hop Between(string name, DateTimeOffset from, DateTimeOffset to) => new(name, Math.Max(0, (to - from).TotalMilliseconds));
}
