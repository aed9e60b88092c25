using System.Threading.Channels;

namespace SpyOptions.Dashboard.Services;

/// <summary>
/// Remembers up to which sequence every signal is known, so that none stays missing: not after a lost connection, not after a filling that
/// failed, not after a broadcast that the API dropped.
/// </summary>
internal sealed class GapWatch
{
    // One gap is enough to remember: it is filled to the store's end, past every later one.
    private readonly Channel<long> _gaps = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool _isFilled;
    private long _resumeAfter;

    /// <summary>Gaps seen between live signals, each as the last sequence before it.</summary>
    public ChannelReader<long> Gaps => _gaps.Reader;

    /// <summary>A connection begins.</summary>
    /// <param name="lastSequence">Highest sequence received so far.</param>
    /// <returns>The sequence after which signals may be missing.</returns>
    public long Begin(long lastSequence)
    {
        // What arrives live before a filling raises the last sequence; if that filling failed, it would hide the gap.
        var resumeAfter = _isFilled ? lastSequence : _resumeAfter;
        return Reopen(_gaps.Reader.TryRead(out var gap) ? Math.Min(gap, resumeAfter) : resumeAfter);
    }

    /// <summary>A gap is about to be filled; until it is, a new connection starts from it.</summary>
    public long Reopen(long after)
    {
        _resumeAfter = after;
        _isFilled = false;
        return after;
    }

    /// <summary>Everything up to the store's end is known.</summary>
    public void Filled() => _isFilled = true;

    /// <summary>A live signal arrived.</summary>
    /// <param name="lastSequence">Highest sequence before it.</param>
    /// <param name="sequence">Its sequence.</param>
    public void OnStored(long lastSequence, long sequence)
    {
        if (_isFilled && sequence > lastSequence + 1)
        {
            _gaps.Writer.TryWrite(lastSequence);
        }
    }
}
