namespace SpyOptions.Tws.Client;

/// <summary>
/// Holds every outgoing message back to a number in any one second, orders first. IBKR drops a session that sends too fast, and counts cancels
/// and heartbeats like everything else. Many writers, one reader.
/// </summary>
internal sealed class RequestPacer(int requestsPerSecond, int queueLengthMax, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim arrived = new(0, 1);
    private readonly Queue<OutgoingRequest>[] lanes = [new(), new(), new()];
    private readonly long[] takenAt = new long[requestsPerSecond];
    private long takenCount;
    private bool isOpen;

    /// <summary>Messages that wait.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return lanes.Sum(static lane => lane.Count);
            }
        }
    }

    /// <summary>Queues a message.</summary>
    /// <exception cref="TwsRequestException">There is no connection, or the queue of this priority is full.</exception>
    public void Enqueue(OutgoingRequest request)
    {
        if (TryEnqueue(request) is { } failure)
        {
            throw new TwsRequestException(
                failure,
                request.Name,
                failure == TwsRequestFailure.QueueFull ? $"{queueLengthMax} messages of priority {request.Priority} are waiting." : "the connection is not ready.");
        }
    }

    /// <summary>Queues a message, or tells why not.</summary>
    public TwsRequestFailure? TryEnqueue(OutgoingRequest request)
    {
        lock (gate)
        {
            var lane = lanes[(int)request.Priority];
            if (!isOpen)
            {
                return TwsRequestFailure.NotConnected;
            }

            if (lane.Count >= queueLengthMax)
            {
                return TwsRequestFailure.QueueFull;
            }

            Append(request);
            return null;
        }
    }

    /// <summary>Queues the message that opens the session, the only one allowed before <see cref="Open"/>.</summary>
    public void EnqueueStart(OutgoingRequest request)
    {
        lock (gate)
        {
            Append(request);
        }
    }

    /// <summary>Lets messages in: the connection is ready.</summary>
    public void Open()
    {
        lock (gate)
        {
            isOpen = true;
        }
    }

    /// <summary>Lets no more messages in and gives up those that wait: the connection has ended.</summary>
    public void Close()
    {
        OutgoingRequest[] waiting;
        lock (gate)
        {
            isOpen = false;
            waiting = [.. lanes.SelectMany(static lane => lane)];
            foreach (var lane in lanes)
            {
                lane.Clear();
            }
        }

        foreach (var request in waiting.Where(static request => request.TryTake()))
        {
            request.Fail(TwsRequestFailure.ConnectionLost, "the connection ended before the message was sent.");
        }
    }

    /// <summary>Waits until a message may be sent and takes the most urgent one.</summary>
    public async ValueTask<OutgoingRequest> TakeAsync(CancellationToken stop)
    {
        while (true)
        {
            var wait = TimeSpan.Zero;
            lock (gate)
            {
                var urgent = PeekWanted();
                if (urgent is not null)
                {
                    wait = WaitForWindow();
                    if (wait <= TimeSpan.Zero)
                    {
                        lanes[(int)urgent.Priority].Dequeue();
                        if (!urgent.TryTake())
                        {
                            continue;
                        }

                        takenAt[takenCount++ % takenAt.Length] = time.GetTimestamp();
                        return urgent;
                    }
                }
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, stop).ConfigureAwait(false);
            }
            else
            {
                await arrived.WaitAsync(stop).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => arrived.Dispose();

    private void Append(OutgoingRequest request)
    {
        lanes[(int)request.Priority].Enqueue(request);
        if (arrived.CurrentCount == 0)
        {
            arrived.Release();
        }
    }

    private OutgoingRequest? PeekWanted()
    {
        foreach (var lane in lanes)
        {
            while (lane.TryPeek(out var request))
            {
                if (!request.IsAbandoned)
                {
                    return request;
                }

                lane.Dequeue();
            }
        }

        return null;
    }

    private TimeSpan WaitForWindow()
    {
        if (takenCount < takenAt.Length)
        {
            return TimeSpan.Zero;
        }

        var left = Window - time.GetElapsedTime(takenAt[takenCount % takenAt.Length]);
        // Timers count whole milliseconds and round down; waking too early would spin.
        return left <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
    }
}
