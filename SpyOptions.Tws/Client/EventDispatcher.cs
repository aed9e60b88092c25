using System.Threading.Channels;

namespace SpyOptions.Tws.Client;

/// <summary>
/// Raises events in the order they happened, away from the read loop. Nothing is dropped: when handlers fall behind, the read loop waits between
/// two frames and the gateway feels it through TCP.
/// </summary>
internal sealed class EventDispatcher(int queueLengthMax, Action<Exception> handlerFailed) : IDisposable
{
    private readonly Channel<Action> queue = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim room = new(0, 1);
    private int waiting;

    /// <summary>True when the read loop must wait before it takes another frame.</summary>
    public bool IsFull => Volatile.Read(ref waiting) >= queueLengthMax;

    /// <summary>Queues one event.</summary>
    public void Post(Action raise)
    {
        Interlocked.Increment(ref waiting);
        if (!queue.Writer.TryWrite(raise))
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>Waits until the handlers have caught up.</summary>
    public async ValueTask WaitForRoomAsync(CancellationToken stop)
    {
        while (IsFull)
        {
            await room.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    public void Dispose() => room.Dispose();

    /// <summary>Takes no more events; <see cref="RunAsync"/> ends after the last one.</summary>
    public void Complete() => queue.Writer.TryComplete();

    /// <summary>Raises events until <see cref="Complete"/>.</summary>
    public async Task RunAsync()
    {
        await foreach (var raise in queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                raise();
            }
            catch (Exception exception)
            {
                handlerFailed(exception);
            }

            if (Interlocked.Decrement(ref waiting) < queueLengthMax && room.CurrentCount == 0)
            {
                room.Release();
            }
        }
    }
}
