namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Judges how fast one client sends: a bucket of tokens that fills at the permitted rate. Not thread-safe.</summary>
internal sealed class MessageRate
{
    private readonly TimeProvider time;
    private readonly int perSecondMax;
    private readonly int strikesMax;
    private double tokens;
    private long filledAt;
    private long struckAt;

    /// <summary>Starts with a full bucket, which holds two seconds' worth.</summary>
    /// <param name="perSecondMax">Messages per second.</param>
    /// <param name="strikesMax">Strikes after which the client has to go.</param>
    /// <param name="time">The clock of the machine.</param>
    public MessageRate(int perSecondMax, int strikesMax, TimeProvider time)
    {
        this.time = time;
        this.perSecondMax = perSecondMax;
        this.strikesMax = strikesMax;
        tokens = 2 * perSecondMax;
        filledAt = time.GetTimestamp();
    }

    /// <summary>Excesses so far; messages too many within the same second are one strike.</summary>
    public int Strikes { get; private set; }

    /// <summary>Counts one message.</summary>
    /// <returns>What to do with it.</returns>
    public RateVerdict Count()
    {
        var now = time.GetTimestamp();
        tokens = Math.Min(2 * perSecondMax, tokens + (time.GetElapsedTime(filledAt, now).TotalSeconds * perSecondMax));
        filledAt = now;
        if (tokens >= 1)
        {
            tokens--;
            return RateVerdict.Accept;
        }

        if (Strikes > 0 && time.GetElapsedTime(struckAt, now) < TimeSpan.FromSeconds(1))
        {
            return RateVerdict.Ignore;
        }

        struckAt = now;
        return ++Strikes >= strikesMax ? RateVerdict.Disconnect : RateVerdict.Warn;
    }
}
