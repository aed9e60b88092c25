using System.Collections.Concurrent;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>Asks questions and brings the parts of their answers together. An answer that never ends is an exception, never an empty list.</summary>
internal sealed class PendingCalls(TwsClientOptions options, RequestIdAllocator ids, RequestPacer pacer, TimeProvider time, TwsClientMetrics metrics)
{
    private readonly ConcurrentDictionary<int, PendingCall> calls = new();

    /// <summary>Sends a question and waits for its whole answer.</summary>
    /// <exception cref="TwsRequestException">The question was refused, not answered in time, or could not be sent.</exception>
    public async Task<IReadOnlyList<T>> AskAsync<T>(Func<int, IRequest> question, CancellationToken cancellation)
    {
        var id = ids.Next();
        var request = new OutgoingRequest(question(id), SendPriority.Request, awaited: true);
        var call = new PendingCall<T>(request.Name);
        calls[id] = call;
        try
        {
            pacer.Enqueue(request);
            var answer = await AnswerAsync(request, call.Answer).WaitAsync(options.RequestTimeout, time, cancellation).ConfigureAwait(false);
            metrics.Responded(request.Name, time.GetElapsedTime(request.SentTimestamp));
            return answer;
        }
        catch (TimeoutException exception)
        {
            throw new TwsRequestException(
                TwsRequestFailure.TimedOut, request.Name, $"no whole answer within {options.RequestTimeout.TotalMilliseconds} ms.", innerException: exception);
        }
        finally
        {
            request.TryAbandon();
            calls.TryRemove(id, out _);
        }
    }

    /// <summary>Adds a part to the answer with this id; false when nobody waits for it.</summary>
    public bool TryAdd(int id, object part) => calls.TryGetValue(id, out var call) && call.TryAdd(part);

    /// <summary>Ends the answer with this id; false when nobody waits for it.</summary>
    public bool TryComplete(int id)
    {
        if (!calls.TryRemove(id, out var call))
        {
            return false;
        }

        call.Complete();
        return true;
    }

    /// <summary>Ends the answer with this id by the gateway's error; false when nobody waits for it.</summary>
    public bool TryRefuse(int id, int code, string text)
    {
        if (!calls.TryRemove(id, out var call))
        {
            return false;
        }

        call.Fail(new TwsRequestException(TwsRequestFailure.Refused, call.Name, text, code));
        return true;
    }

    /// <summary>Fails whatever is unanswered: the connection has ended.</summary>
    public void FailAll()
    {
        foreach (var id in calls.Keys)
        {
            if (calls.TryRemove(id, out var call))
            {
                call.Fail(new TwsRequestException(TwsRequestFailure.ConnectionLost, call.Name, "the connection ended before the answer was complete."));
            }
        }
    }

    private static async Task<IReadOnlyList<T>> AnswerAsync<T>(OutgoingRequest request, Task<IReadOnlyList<T>> answer)
    {
        await request.Completion.ConfigureAwait(false);
        return await answer.ConfigureAwait(false);
    }
}
