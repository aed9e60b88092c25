namespace SpyOptions.Bot.MarketData;

/// <summary>When ticks last came and how many: written on the read loop, read by anyone.</summary>
internal sealed class FeedPulse
{
    private long _underlyingTicks;
    private long _optionTicks;
    private long _count;

    /// <summary>When the underlying's newest tick was received, UTC; null before the first.</summary>
    public DateTimeOffset? UnderlyingTickAt => At(ref _underlyingTicks);

    /// <summary>When the newest tick of any option was received, UTC; null before the first.</summary>
    public DateTimeOffset? OptionTickAt => At(ref _optionTicks);

    /// <summary>When the newest tick of any line was received, UTC; null before the first.</summary>
    public DateTimeOffset? TickAt => UnderlyingTickAt > OptionTickAt || OptionTickAt is null ? UnderlyingTickAt : OptionTickAt;

    /// <summary>Ticks since start.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>Notes a tick.</summary>
    public void Beat(FeedLine line, DateTimeOffset at)
    {
        Interlocked.Increment(ref _count);
        Volatile.Write(ref line == FeedLine.Underlying ? ref _underlyingTicks : ref _optionTicks, at.UtcTicks);
    }

    private static DateTimeOffset? At(ref long ticks) => Volatile.Read(ref ticks) is > 0 and var value ? new DateTimeOffset(value, TimeSpan.Zero) : null;
}
