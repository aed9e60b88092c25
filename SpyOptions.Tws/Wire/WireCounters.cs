namespace SpyOptions.Tws.Wire;

/// <summary>What was tolerated on the wire. Safe to read and add to from any thread.</summary>
public sealed class WireCounters
{
    private long frames;
    private long malformedMessages;
    private long skippedMessages;
    private long surplusFields;
    private long unknownMessages;

    /// <summary>Frames taken from streams, good or bad.</summary>
    public long Frames => Interlocked.Read(ref frames);

    /// <summary>Messages with a known id that could not be decoded.</summary>
    public long MalformedMessages => Interlocked.Read(ref malformedMessages);

    /// <summary>Messages that are known but deliberately not decoded (<c>completedOrder</c>).</summary>
    public long SkippedMessages => Interlocked.Read(ref skippedMessages);

    /// <summary>Fields that followed the last one that the message is known to have.</summary>
    public long SurplusFields => Interlocked.Read(ref surplusFields);

    /// <summary>Messages with an id that this side does not know.</summary>
    public long UnknownMessages => Interlocked.Read(ref unknownMessages);

    internal void AddFrames(long count) => Interlocked.Add(ref frames, count);

    internal void AddMalformedMessage() => Interlocked.Increment(ref malformedMessages);

    internal void AddSkippedMessage() => Interlocked.Increment(ref skippedMessages);

    internal void AddSurplusFields(int count) => Interlocked.Add(ref surplusFields, count);

    internal void AddUnknownMessage() => Interlocked.Increment(ref unknownMessages);
}
