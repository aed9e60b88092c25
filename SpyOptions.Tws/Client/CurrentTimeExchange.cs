using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tws.Client;

/// <summary>
/// Asks the gateway for its time. The reply carries no request id, so at most one question is under way and everybody who asks meanwhile shares its
/// answer.
/// </summary>
internal sealed class CurrentTimeExchange(RequestPacer pacer, TimeProvider time, TwsClientMetrics metrics)
{
    private readonly Lock gate = new();
    private Question? current;

    /// <summary>Asks, or joins the question under way.</summary>
    /// <exception cref="TwsRequestException">Not answered in time, or there is no connection.</exception>
    public async Task<DateTimeOffset> AskAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        var question = Join();
        try
        {
            return await question.Answer.Task.WaitAsync(timeout, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            // The reply was lost: neither who shares this question nor who asks next may wait for it.
            Drop(question);
            var failure = new TwsRequestException(
                TwsRequestFailure.TimedOut, nameof(CurrentTimeRequest), $"no answer within {timeout.TotalMilliseconds} ms.", innerException: exception);
            question.Answer.TrySetException(failure);
            throw failure;
        }
    }

    /// <summary>Takes in the gateway's time.</summary>
    public void Answer(DateTimeOffset gatewayTime)
    {
        if (Drop(null) is { } question)
        {
            if (question.Request.SentTimestamp is > 0 and var sent)
            {
                metrics.Responded(nameof(CurrentTimeRequest), time.GetElapsedTime(sent));
            }

            question.Answer.TrySetResult(gatewayTime);
        }
    }

    /// <summary>Fails the question under way: the connection has ended.</summary>
    public void Fail() => Drop(null)?.Answer.TrySetException(
        new TwsRequestException(TwsRequestFailure.ConnectionLost, nameof(CurrentTimeRequest), "the connection ended before the answer came."));

    private Question Join()
    {
        lock (gate)
        {
            if (current is null)
            {
                var question = new Question(new OutgoingRequest(new CurrentTimeRequest(), SendPriority.Request));
                pacer.Enqueue(question.Request);
                current = question;
            }

            return current;
        }
    }

    private Question? Drop(Question? expected)
    {
        lock (gate)
        {
            var dropped = current;
            if (expected is null || ReferenceEquals(expected, dropped))
            {
                current = null;
            }

            return dropped;
        }
    }

    private sealed class Question(OutgoingRequest request)
    {
        public OutgoingRequest Request { get; } = request;

        public TaskCompletionSource<DateTimeOffset> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
