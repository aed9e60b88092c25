namespace SpyOptions.Tws.Client;

/// <summary>Lets one log entry through in a period, so that a flood of bad input does not become a flood of logs. For one thread.</summary>
internal sealed class LogThrottle(TimeProvider time, TimeSpan period)
{
    private long? last;

    /// <summary>True when an entry may be written now.</summary>
    public bool TryPass()
    {
        if (last is { } earlier && time.GetElapsedTime(earlier) < period)
        {
            return false;
        }

        last = time.GetTimestamp();
        return true;
    }
}
