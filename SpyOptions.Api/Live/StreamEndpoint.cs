using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SpyOptions.Api.Problems;
using SpyOptions.Api.Security;
using SpyOptions.Api.Storage;

namespace SpyOptions.Api.Live;

/// <summary>Signals as server-sent events, for those without SignalR.</summary>
internal sealed class StreamEndpoint(SignalStreams streams, SignalReader reader, IOptions<ApiOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const int PageCount = 500;

    /// <summary>Maps <c>GET /signals/stream</c>.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/signals/stream", (
            [FromHeader(Name = "Last-Event-ID")] string? lastEventId, StreamEndpoint endpoint, CancellationToken cancellationToken) => endpoint.Open(lastEventId, cancellationToken))
        .RequireRateLimiting(ApiPolicies.Reads).WithTags("Signals")
        .WithSummary("Signals as server-sent events")
        .WithDescription(
            "Events signalStored (id = sequence), signalAcknowledged and heartbeat. Last-Event-ID resumes after that sequence from the store; "
            + "without it the stream starts now. A viewer that falls too far behind is disconnected and can resume.");

    private Results<ServerSentEventsResult<string>, ProblemHttpResult> Open(string? lastEventId, CancellationToken cancellationToken)
    {
        long? after = null;
        if (!string.IsNullOrEmpty(lastEventId))
        {
            if (!long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            {
                return ApiProblems.Invalid(ProblemCodes.RequestInvalid, [new FieldError("Last-Event-ID", "must be the sequence of a signal.")]);
            }

            after = sequence;
        }

        return streams.TryOpen() is { } viewer
            ? TypedResults.ServerSentEvents(ReadAsync(viewer, after, cancellationToken))
            : ApiProblems.Of(StatusCodes.Status503ServiceUnavailable, ProblemCodes.ViewersLimited, "Too many viewers; try again later.");
    }

    private async IAsyncEnumerable<SseItem<string>> ReadAsync(
        Channel<StreamEvent> viewer, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            yield return Heartbeat;
            var seen = after ?? 0;
            while (after is not null && reader.After(seen, PageCount) is { Count: > 0 } missed)
            {
                foreach (var stored in missed)
                {
                    seen = stored.Sequence;
                    yield return SignalStreams.ToEvent(stored).Item;
                }
            }

            while (await WaitAsync(viewer.Reader, stop.Token) is { } more && more != Next.End)
            {
                if (more == Next.Silence)
                {
                    yield return Heartbeat;
                }

                while (viewer.Reader.TryRead(out var next))
                {
                    if (next.Sequence is null || next.Sequence > seen)
                    {
                        yield return next.Item;
                    }
                }
            }
        }
        finally
        {
            streams.Close(viewer);
        }
    }

    private static SseItem<string> Heartbeat => new("", "heartbeat");

    private async Task<Next> WaitAsync(ChannelReader<StreamEvent> events, CancellationToken stop)
    {
        try
        {
            var heartbeat = TimeSpan.FromMilliseconds(options.Value.StreamHeartbeatMs);
            return await events.WaitToReadAsync(stop).AsTask().WaitAsync(heartbeat, time, stop) ? Next.Event : Next.End;
        }
        catch (TimeoutException)
        {
            return Next.Silence;
        }
        catch (OperationCanceledException)
        {
            return Next.End;
        }
    }

    private enum Next
    {
        Event,
        Silence,
        End,
    }
}
