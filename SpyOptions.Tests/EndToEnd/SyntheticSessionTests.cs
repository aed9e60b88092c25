using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR.Client;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.EndToEnd;

public sealed class SyntheticSessionTests(SyntheticSession session) : IClassFixture<SyntheticSession>
{
    private readonly Platform _platform = session.Platform;

    [Fact]
    public async Task The_feed_goes_live_within_the_line_budget()
    {
        var feed = await Platform.EventuallyAsync(_platform.FeedAsync, feed => feed is { State: FeedState.Live, LinesUsed: > 20 }, "a live feed with lines");

        Assert.InRange(feed!.LinesUsed, 21, feed.LinesMax);
        Assert.True(feed.LinesMax <= 100);
        Assert.True(feed.ContractsKnown > 500, $"Only {feed.ContractsKnown} contracts were discovered.");
        Assert.InRange(feed.ServerVersion!.Value, 176, 178);
        Assert.True(feed.PaperAccount);
        Assert.NotNull(feed.MarketAt);
        Assert.True(feed.Spot > 0);
    }

    [Fact]
    public async Task The_bot_says_that_it_is_ready()
    {
        await Platform.EventuallyAsync(
            async () => (int)(await _platform.Http.GetAsync(new Uri(_platform.Host.BotAddress, "/ready"), TestContext.Current.CancellationToken)).StatusCode,
            status => status == 200,
            "200 from /ready");
    }

    [Fact]
    public async Task A_viewer_on_the_hub_receives_signals_that_explain_themselves()
    {
        var received = await NextSignalAsync();
        var signal = received.Signal;

        Assert.Equal(signal.Score, signal.Contributions.Sum(contribution => contribution.Amount), 1e-9 * Math.Max(1, Math.Abs(signal.Score)));
        Assert.True(signal.Score >= signal.Threshold);
        Assert.NotEmpty(signal.Inputs);
        Assert.NotEmpty(signal.Legs);
        Assert.All(signal.Inputs, input => Assert.True(double.IsFinite(input.Value), input.Name));
        Assert.True(signal.ObservedAt <= signal.DetectedAt);
        Assert.True(signal.DetectedAt <= received.StoredAt);
        Assert.True(signal.ExpiresAt > signal.DetectedAt);
        Assert.True(ActivityContext.TryParse(signal.TraceParent, null, out _), signal.TraceParent);

        var stored = await _platform.Http.GetFromJsonAsync<StoredSignal>(
            new Uri(_platform.Host.ApiAddress, $"/signals/{signal.Id}"), _platform.Json, TestContext.Current.CancellationToken);
        Assert.Equal(signal.Id, stored!.Signal.Id);
        Assert.Equal(received.Sequence, stored.Sequence);
    }

    [Fact]
    public async Task One_trace_runs_from_the_tick_to_the_viewer()
    {
        var spans = new System.Collections.Concurrent.ConcurrentQueue<(string Source, string Operation, ActivityTraceId Trace)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("SpyOptions.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => spans.Enqueue((activity.Source.Name, activity.OperationName, activity.TraceId)),
        };
        ActivitySource.AddActivityListener(listener);

        var received = await NextSignalAsync();
        Assert.True(ActivityContext.TryParse(received.Signal.TraceParent, null, out var trace));

        await Platform.EventuallyAsync(
            () => Task.FromResult(spans.Where(span => span.Trace == trace.TraceId).Select(span => span.Source).ToHashSet()),
            sources => sources.IsSupersetOf(["SpyOptions.Bot", "SpyOptions.Api", "SpyOptions.Dashboard"]),
            "spans of bot, API and dashboard in one trace");
    }

    [Fact]
    public async Task Every_promised_metric_is_served_by_the_bot()
    {
        var text = await _platform.Http.GetStringAsync(new Uri(_platform.Host.BotAddress, "/metrics"), TestContext.Current.CancellationToken);

        string[] names =
        [
            "spy_bot_trades_total", "spy_bot_signals_received_total", "spy_bot_anomalies_detected_total", "spy_bot_signal_latency_seconds",
            "spy_bot_execution_latency_seconds", "spy_bot_errors_total", "spy_bot_active_positions", "ibkr_connection_status",
            "ibkr_api_response_time_seconds", "ibkr_requests_total",
        ];
        Assert.All(names, name => Assert.Contains($"# TYPE {name} ", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_chain_reaches_the_api_with_two_sided_quotes()
    {
        var expiries = await Platform.EventuallyAsync(
            async () => await _platform.Http.GetFromJsonAsync<List<DateOnly>>(new Uri(_platform.Host.ApiAddress, "/chains"), _platform.Json, TestContext.Current.CancellationToken),
            expiries => expiries is { Count: > 0 },
            "a chain");
        var chain = await Platform.EventuallyAsync(
            () => _platform.Http.GetFromJsonAsync<ChainSnapshot>(
                new Uri(_platform.Host.ApiAddress, $"/chains/{expiries![0]:yyyy-MM-dd}"), _platform.Json, TestContext.Current.CancellationToken),
            chain => chain!.Rows.Count(row => row.Call is { Bid: > 0, Ask: > 0 } && row.Put is { Bid: > 0, Ask: > 0 }) >= 5,
            "five strikes with two-sided quotes");

        Assert.All(chain!.Rows.Zip(chain.Rows.Skip(1)), pair => Assert.True(pair.First.Strike < pair.Second.Strike));
    }

    private async Task<StoredSignal> NextSignalAsync()
    {
        await using var viewer = _platform.Viewer();
        var next = new TaskCompletionSource<StoredSignal>(TaskCreationOptions.RunContinuationsAsynchronously);
        viewer.On<StoredSignal>(nameof(ISignalsClient.SignalStored), signal => next.TrySetResult(signal));
        await viewer.StartAsync(TestContext.Current.CancellationToken);
        return await next.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }
}
