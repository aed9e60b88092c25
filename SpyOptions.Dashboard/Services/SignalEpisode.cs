using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>One row of the tape: an episode with its newest claim.</summary>
/// <param name="Newest">The newest claim of the episode.</param>
/// <param name="RepeatCount">How often the episode has fired, from 1.</param>
/// <param name="SeenAt">When the newest claim arrived here over the hub, UTC; null when it was loaded later.</param>
/// <param name="AcknowledgedAt">When a person acknowledged the episode, UTC; null while nobody has.</param>
/// <param name="AcknowledgedBy">Who acknowledged.</param>
public sealed record SignalEpisode(StoredSignal Newest, int RepeatCount, DateTimeOffset? SeenAt, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy)
{
    /// <summary>The claim itself.</summary>
    public Signal Signal => Newest.Signal;

    /// <summary>Makes the row of an episode that is not yet known.</summary>
    public static SignalEpisode From(StoredSignal stored, DateTimeOffset? seenAt) =>
        new(stored, stored.Signal.RepeatCount, seenAt, stored.AcknowledgedAt, stored.AcknowledgedBy);

    /// <summary>Whether the claim no longer holds.</summary>
    /// <param name="now">Wall time, UTC.</param>
    public bool IsExpired(DateTimeOffset now) => Signal.ExpiresAt <= now;

    /// <summary>The same episode after another claim; an older claim changes nothing but the acknowledgement.</summary>
    public SignalEpisode With(StoredSignal stored, DateTimeOffset? seenAt)
    {
        var acknowledged = this with { AcknowledgedAt = AcknowledgedAt ?? stored.AcknowledgedAt, AcknowledgedBy = AcknowledgedBy ?? stored.AcknowledgedBy };
        return stored.Sequence <= Newest.Sequence
            ? acknowledged
            : acknowledged with { Newest = stored, RepeatCount = Math.Max(RepeatCount, stored.Signal.RepeatCount), SeenAt = seenAt };
    }
}
