using System.Threading.Channels;

namespace SpyOptions.Bot.MarketData;

/// <summary>
/// The hand-over from market data to its one consumer. A contract waits at most once: ticks that come while it waits only
/// make its quote newer and are counted as overtaken. So the queue never holds more entries than there are contracts.
/// </summary>
/// <param name="capacity">Most contracts that may wait; from 1.</param>
internal sealed class QuoteChanges(int capacity)
{
    private readonly Channel<QuotedOption> _waiting = Channel.CreateBounded<QuotedOption>(
        new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = false, FullMode = BoundedChannelFullMode.Wait });

    private long _published;
    private long _overtaken;
    private long _refused;

    /// <summary>Changes published since start.</summary>
    public long Published => Volatile.Read(ref _published);

    /// <summary>Changes that a newer one overtook before they were taken, since start.</summary>
    public long Overtaken => Volatile.Read(ref _overtaken);

    /// <summary>Changes that found the queue full; the contract is offered again with its next tick.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>Contracts that wait now.</summary>
    public int Depth => _waiting.Reader.Count;

    /// <summary>Updates a contract's quote and sees to it that the consumer learns of it. Never blocks.</summary>
    public void Publish(QuotedOption option, in OptionQuote quote, QuoteFields fields)
    {
        Interlocked.Increment(ref _published);
        if (option.Update(quote, fields))
        {
            Enqueue(option);
        }
        else
        {
            Interlocked.Increment(ref _overtaken);
        }
    }

    /// <summary>Marks a contract's newest quote stale and sees to it that the consumer learns of it.</summary>
    public void PublishStale(QuotedOption option)
    {
        if (option.MarkStale())
        {
            Enqueue(option);
        }
    }

    /// <summary>Waits until a contract can be taken.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken stop) => _waiting.Reader.WaitToReadAsync(stop);

    /// <summary>Takes the contract that waited longest, with its newest quote.</summary>
    public bool TryTake(out QuoteChange change)
    {
        if (_waiting.Reader.TryRead(out var option))
        {
            change = option.Take();
            return true;
        }

        change = default;
        return false;
    }

    private void Enqueue(QuotedOption option)
    {
        if (!_waiting.Writer.TryWrite(option))
        {
            option.Take();
            Interlocked.Increment(ref _refused);
        }
    }
}
