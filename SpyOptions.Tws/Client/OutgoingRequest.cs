using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>One message on its way through the pacer to the socket.</summary>
internal sealed class OutgoingRequest(IRequest message, SendPriority priority, bool awaited = false)
{
    private const int Queued = 0;
    private const int Taken = 1;
    private const int Abandoned = 2;

    private readonly TaskCompletionSource? completion = awaited ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;
    private int state;
    private long sentTimestamp;

    public IRequest Message { get; } = message;

    public SendPriority Priority { get; } = priority;

    /// <summary>The message's name in logs, metrics and exceptions.</summary>
    public string Name => Message.GetType().Name;

    /// <summary>Ends when the message has been handed to the socket; complete from the start when nobody waits for it.</summary>
    public Task Completion => completion?.Task ?? Task.CompletedTask;

    /// <summary>When the message was about to be handed to the socket, as a timestamp of the time provider; 0 before.</summary>
    public long SentTimestamp => Volatile.Read(ref sentTimestamp);

    /// <summary>True when the message is not wanted any more.</summary>
    public bool IsAbandoned => Volatile.Read(ref state) == Abandoned;

    /// <summary>Takes the message out for sending; false when it has been abandoned.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Queued) == Queued;

    /// <summary>Keeps the message from being sent; false when it is too late for that.</summary>
    public bool TryAbandon()
    {
        if (Interlocked.CompareExchange(ref state, Abandoned, Queued) != Queued)
        {
            return false;
        }

        completion?.TrySetCanceled();
        return true;
    }

    /// <summary>Notes the time before the bytes leave, so that no answer can be faster than it.</summary>
    public void Sending(long timestamp) => Volatile.Write(ref sentTimestamp, timestamp);

    public void Sent() => completion?.TrySetResult();

    public void Fail(TwsRequestFailure failure, string text, Exception? cause = null) =>
        completion?.TrySetException(new TwsRequestException(failure, Name, text, innerException: cause));
}
