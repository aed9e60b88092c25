namespace SpyOptions.Tws.Client;

/// <summary>
/// Waits between attempts to connect: each is twice the one before up to a bound, less a random part of up to half so that clients that lost
/// the same gateway do not come back together. It never ends.
/// </summary>
internal sealed class ReconnectBackoff(TimeSpan minimum, TimeSpan maximum, Random jitter)
{
    private int attempts;

    /// <summary>The wait before the next attempt: from half of the full step to the full step.</summary>
    public TimeSpan Next()
    {
        var step = Math.Min(minimum.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 30)), maximum.TotalMilliseconds);
        attempts++;
        return TimeSpan.FromMilliseconds(step * (1 - (0.5 * jitter.NextDouble())));
    }

    /// <summary>Starts again from the shortest wait; called after a connection has proved stable.</summary>
    public void Reset() => attempts = 0;
}
