namespace SpyOptions.Bot.Detection.VolumeSurge;

/// <summary>
/// Pauses in which nothing at all arrived for an expiry. A feed that reports every few minutes, or comes back after an outage, brings
/// the volume of the whole pause at once: it must be judged against the whole pause.
/// </summary>
internal sealed class FrameRhythm
{
    private static readonly TimeSpan PauseMin = TimeSpan.FromMinutes(1);
    private DateTimeOffset? _steppedAt;

    /// <summary>Last step before the newest pause, market time.</summary>
    public DateTimeOffset PauseFrom { get; private set; }

    /// <summary>First step after the newest pause, market time.</summary>
    public DateTimeOffset PauseTo { get; private set; }

    /// <summary>Whether the pause ends with this step.</summary>
    public bool PauseEnds { get; private set; }

    /// <summary>Notes a step.</summary>
    public void Step(DateTimeOffset marketAt)
    {
        PauseEnds = _steppedAt is { } before && marketAt - before >= PauseMin;
        if (PauseEnds)
        {
            PauseFrom = _steppedAt.GetValueOrDefault();
            PauseTo = marketAt;
        }

        _steppedAt = marketAt;
    }

    /// <summary>Whether what arrives now may still belong to the pause.</summary>
    public bool IsCatchingUp(DateTimeOffset marketAt)
    {
        var half = (PauseTo - PauseFrom) / 2;
        return PauseTo != default && marketAt - PauseTo <= (half > PauseMin ? half : PauseMin);
    }
}
