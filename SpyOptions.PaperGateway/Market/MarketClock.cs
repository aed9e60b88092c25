namespace SpyOptions.PaperGateway.Market;

/// <summary>
/// Market time: it advances <see cref="Speed"/> times as fast as the clock it is built on, from a first to a last instant where it stops.
/// Safe to use from any thread.
/// </summary>
internal sealed class MarketClock
{
    /// <summary>Slowest speed.</summary>
    public const double SpeedMin = 0.1;

    /// <summary>Fastest speed.</summary>
    public const double SpeedMax = 3600.0;

    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private DateTimeOffset anchorAt;
    private long anchorTimestamp;
    private double speed;
    private bool isPaused;
    private int seeks;

    /// <summary>Starts the clock.</summary>
    /// <param name="time">The clock underneath.</param>
    /// <param name="startsAt">First instant; market time begins at <paramref name="from"/>.</param>
    /// <param name="endsAt">Last instant, where market time stops; after <paramref name="startsAt"/>.</param>
    /// <param name="from">Where market time begins.</param>
    /// <param name="speed">Market seconds per second, 0.1 to 3600.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed or the end is outside its bounds.</exception>
    public MarketClock(TimeProvider time, DateTimeOffset startsAt, DateTimeOffset endsAt, DateTimeOffset from, double speed)
    {
        CheckSpeed(speed);
        ArgumentOutOfRangeException.ThrowIfLessThan(endsAt, startsAt);
        this.time = time;
        StartsAt = startsAt;
        EndsAt = endsAt;
        this.speed = speed;
        anchorAt = Clamp(from);
        anchorTimestamp = time.GetTimestamp();
    }

    /// <summary>First instant that can be shown.</summary>
    public DateTimeOffset StartsAt { get; }

    /// <summary>Last instant that can be shown.</summary>
    public DateTimeOffset EndsAt { get; }

    /// <summary>Market time, UTC.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (gate)
            {
                return NowLocked();
            }
        }
    }

    /// <summary>Market seconds per second.</summary>
    public double Speed
    {
        get
        {
            lock (gate)
            {
                return speed;
            }
        }
    }

    /// <summary>Whether market time stands still by request.</summary>
    public bool IsPaused
    {
        get
        {
            lock (gate)
            {
                return isPaused;
            }
        }
    }

    /// <summary>How often <see cref="Seek"/> was called: lets a reader tell a jump from the passing of time.</summary>
    public int Seeks
    {
        get
        {
            lock (gate)
            {
                return seeks;
            }
        }
    }

    /// <summary>Stops market time; does nothing when it is stopped.</summary>
    public void Pause() => Change(() => isPaused = true);

    /// <summary>Lets market time go on; does nothing when it runs.</summary>
    public void Resume() => Change(() => isPaused = false);

    /// <summary>Changes how fast market time runs from now on.</summary>
    /// <param name="value">Market seconds per second, 0.1 to 3600.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is outside its bounds.</exception>
    public void SetSpeed(double value)
    {
        CheckSpeed(value);
        Change(() => speed = value);
    }

    /// <summary>Jumps to an instant, forwards or backwards.</summary>
    /// <param name="instant">Where to; from <see cref="StartsAt"/> to <see cref="EndsAt"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside its bounds.</exception>
    public void Seek(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, StartsAt);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(instant, EndsAt);
        Change(() =>
        {
            anchorAt = instant.ToUniversalTime();
            seeks++;
        });
    }

    private static void CheckSpeed(double speed)
    {
        if (!(speed >= SpeedMin && speed <= SpeedMax))
        {
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "Must lie from 0.1 to 3600.");
        }
    }

    private void Change(Action change)
    {
        lock (gate)
        {
            anchorAt = NowLocked();
            anchorTimestamp = time.GetTimestamp();
            change();
        }
    }

    private DateTimeOffset NowLocked() => isPaused ? anchorAt : Clamp(anchorAt + (time.GetElapsedTime(anchorTimestamp) * speed));

    private DateTimeOffset Clamp(DateTimeOffset instant) => instant < StartsAt ? StartsAt : instant > EndsAt ? EndsAt : instant;
}
