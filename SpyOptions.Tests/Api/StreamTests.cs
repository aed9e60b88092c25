using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Api;

public sealed class StreamTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_resumes_after_the_last_event_id_and_goes_on_live()
    {
        await using var api = await ApiHost.StartAsync(["--Api:StreamHeartbeatMs=50"]);
        await api.PostAsync(Samples.Signal(1), Samples.Signal(2), Samples.Signal(3));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/signals/stream");
        request.Headers.Add("Last-Event-ID", "1");
        using var response = await api.Reader.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        await using var body = await response.Content.ReadAsStreamAsync(Stop);
        var seen = new List<string?>();
        var heartbeats = 0;
        await foreach (var item in SseParser.Create(body).EnumerateAsync(Stop))
        {
            heartbeats += item.EventType == "heartbeat" ? 1 : 0;
            if (item.EventType == "signalStored")
            {
                seen.Add(item.EventId);
                Assert.Equal(item.EventId, JsonSerializer.Deserialize<StoredSignal>(item.Data, ApiHost.Json)!.Sequence.ToString(CultureInfo.InvariantCulture));
            }

            if (seen.Count == 2 && heartbeats == 3)
            {
                await api.PostAsync(Samples.Signal(4));
            }

            if (seen.Count == 3)
            {
                break;
            }
        }

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["2", "3", "4"], seen);
    }

    [Fact]
    public async Task Too_many_streams_and_a_bad_resume_point_are_refused()
    {
        await using var api = await ApiHost.StartAsync(["--Api:StreamViewersMax=1"]);
        using var first = await api.Reader.GetAsync(new Uri("/signals/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
        using var second = await api.Reader.GetAsync(new Uri("/signals/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/signals/stream");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", "x");
        using var bad = await api.Reader.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }
}
