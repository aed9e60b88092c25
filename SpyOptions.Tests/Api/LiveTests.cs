using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Api.Storage;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Api;

public sealed class LiveTests
{
    private static readonly DateOnly Expiry = new(2026, 1, 5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hub_clients_see_every_stored_signal_in_order_and_the_acknowledgement()
    {
        await using var api = await ApiHost.StartAsync();
        await using var first = api.CreateHub();
        await using var second = api.CreateHub();
        var firstSignals = Collect<StoredSignal>(first, nameof(ISignalsClient.SignalStored));
        var secondSignals = Collect<StoredSignal>(second, nameof(ISignalsClient.SignalStored));
        var acknowledgements = Collect<SignalAcknowledgement>(second, nameof(ISignalsClient.SignalAcknowledged));
        await first.StartAsync(Stop);
        await second.StartAsync(Stop);

        await api.PostAsync([.. Enumerable.Range(1, 5).Select(number => Samples.Signal(number))]);
        await api.PostAsync(Samples.Signal(5), Samples.Signal(6));
        using var acknowledged = await api.Reader.PostAsJsonAsync($"/signals/{Samples.IdOf(2)}/acknowledge", new { by = "Ada" }, Stop);
        using var again = await api.Reader.PostAsJsonAsync($"/signals/{Samples.IdOf(2)}/acknowledge", new { by = "Bob" }, Stop);

        Assert.Equal(HttpStatusCode.OK, acknowledged.StatusCode);
        Assert.Equal([1L, 2, 3, 4, 5, 6], await TakeSequencesAsync(firstSignals, 6));
        Assert.Equal([1L, 2, 3, 4, 5, 6], await TakeSequencesAsync(secondSignals, 6));
        var acknowledgement = await acknowledgements.ReadAsync(Stop);
        Assert.Equal((Samples.Signal(2).EpisodeId, "Ada"), (acknowledgement.EpisodeId, acknowledgement.AcknowledgedBy));
        Assert.Equal("Ada", (await api.GetPageAsync("?acknowledged=true")).Items.Single().AcknowledgedBy);
        var metrics = await api.MetricsAsync();
        Assert.Contains("\nspy_api_hub_connections 2\n", metrics, StringComparison.Ordinal);
        Assert.Contains("spy_api_broadcast_messages_total{method=\"SignalStored\"} 12\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\nspy_api_stored_broadcast_seconds_count 6\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_goes_only_to_those_that_watch_its_expiry_and_the_status_to_all()
    {
        await using var api = await ApiHost.StartAsync();
        await using var watcher = api.CreateHub();
        await using var other = api.CreateHub();
        var chains = Collect<ChainSnapshot>(watcher, nameof(ISignalsClient.ChainChanged));
        var otherChains = Collect<ChainSnapshot>(other, nameof(ISignalsClient.ChainChanged));
        var otherFeeds = Collect<FeedStatus>(other, nameof(ISignalsClient.FeedChanged));
        await watcher.StartAsync(Stop);
        await other.StartAsync(Stop);
        Assert.Null(await watcher.InvokeAsync<FeedStatus?>(nameof(ISignalsHub.GetFeed), Stop));
        Assert.Null(await watcher.InvokeAsync<ChainSnapshot?>(nameof(ISignalsHub.WatchChain), Expiry, Stop));

        var takenAt = TimeProvider.System.GetUtcNow();
        using var answer = await api.Writer.PostAsJsonAsync(
            "/feed", new FeedReport(Samples.Status(1), [Samples.Chain(Expiry, takenAt), Samples.Chain(Expiry.AddDays(1), takenAt)]), ApiHost.Json, Stop);
        using var late = await api.Writer.PostAsJsonAsync("/feed", new FeedReport(Samples.Status(0), []), ApiHost.Json, Stop);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, late.StatusCode);
        Assert.Equal(Expiry, (await chains.ReadAsync(Stop)).Expiry);
        Assert.Equal(1001, (await otherFeeds.ReadAsync(Stop)).TicksReceived);
        Assert.False(otherChains.TryRead(out _));
        Assert.Equal(1001, (await other.InvokeAsync<FeedStatus?>(nameof(ISignalsHub.GetFeed), Stop))!.TicksReceived);
        Assert.Equal(1001, (await api.Reader.GetFromJsonAsync<FeedStatus>("/feed", ApiHost.Json, Stop))!.TicksReceived);
        Assert.Equal([Expiry, Expiry.AddDays(1)], await api.Reader.GetFromJsonAsync<DateOnly[]>("/chains", ApiHost.Json, Stop) ?? []);
        Assert.Equal(680m, (await api.Reader.GetFromJsonAsync<ChainSnapshot>("/chains/2026-01-05", ApiHost.Json, Stop))!.Rows.Single().Strike);
    }

    [Fact]
    public async Task A_feed_report_with_a_bad_field_is_refused_and_changes_nothing()
    {
        await using var api = await ApiHost.StartAsync();
        using var answer = await api.Writer.PostAsJsonAsync("/feed", new FeedReport(Samples.Status() with { State = (FeedState)77 }, []), ApiHost.Json, Stop);
        using var anonymous = await api.Reader.PostAsJsonAsync("/feed", new FeedReport(Samples.Status(), []), ApiHost.Json, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("status.state", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Reader.GetAsync(new Uri("/feed", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task A_signal_committed_before_a_crash_reaches_the_viewer_through_the_gap()
    {
        var folder = Directory.CreateTempSubdirectory("spy-options-api").FullName;
        await using (var before = await ApiHost.StartAsync(folder: folder))
        {
            await before.PostAsync(Samples.Signal(1));

            // What a crash between commit and broadcast leaves behind: a row that nobody was told of.
            await before.App.Services.GetRequiredService<SignalStore>().StoreAsync([Samples.Signal(2)], _ => { }, Stop);
        }

        await using (var after = await ApiHost.StartAsync(folder: folder))
        {
            await using var viewer = after.CreateHub();
            await viewer.StartAsync(Stop);
            var missed = await viewer.InvokeAsync<IReadOnlyList<StoredSignal>>(nameof(ISignalsHub.GetSignalsAfter), 1L, 500, Stop);
            Assert.Equal(Samples.IdOf(2), Assert.Single(missed).Signal.Id);
            Assert.Equal(SignalOutcome.Duplicate, (await after.PostAsync(Samples.Signal(2))).Results.Single().Outcome);
            var refused = await Assert.ThrowsAsync<HubException>(
                () => viewer.InvokeAsync<IReadOnlyList<StoredSignal>>(nameof(ISignalsHub.GetSignalsAfter), 1L, 501, Stop));
            Assert.Contains("count", refused.Message, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Store_and_broadcast_are_steps_of_the_trace_that_the_tick_began()
    {
        var traceId = ActivityTraceId.CreateRandom();
        var steps = Channel.CreateUnbounded<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "SpyOptions.Api",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _ = activity.TraceId == traceId && steps.Writer.TryWrite(activity.OperationName),
        };
        ActivitySource.AddActivityListener(listener);
        await using var api = await ApiHost.StartAsync();
        await api.PostAsync(Samples.Signal() with { TraceParent = $"00-{traceId}-b7ad6b7169203331-01" });

        var names = new[] { await steps.Reader.ReadAsync(Stop), await steps.Reader.ReadAsync(Stop) };
        Assert.Equal(["signal.broadcast", "signal.store"], names.Order(StringComparer.Ordinal));
    }

    private static ChannelReader<T> Collect<T>(HubConnection hub, string method)
    {
        var channel = Channel.CreateUnbounded<T>();
        hub.On<T>(method, message => channel.Writer.TryWrite(message));
        return channel.Reader;
    }

    private static async Task<List<long>> TakeSequencesAsync(ChannelReader<StoredSignal> signals, int count)
    {
        var sequences = new List<long>();
        while (sequences.Count < count)
        {
            sequences.Add((await signals.ReadAsync(Stop)).Sequence);
        }

        return sequences;
    }
}
