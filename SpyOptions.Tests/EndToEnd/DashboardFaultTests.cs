using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Dashboard;
using SpyOptions.Dashboard.Services;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.EndToEnd;

public sealed class DashboardFaultTests
{
    [Fact]
    public async Task A_dropped_broadcast_and_a_gap_whose_filling_failed_are_filled_from_the_store()
    {
        var stop = TestContext.Current.CancellationToken;
        var now = TimeProvider.System.GetUtcNow();
        var api = await FakeApi.StartAsync();
        await api.PlayAsync(DashboardSamples.Signal(1, now));
        await using var dashboard = DashboardProcess.Build(new()
        {
            Args = ["--urls=http://127.0.0.1:0", $"--Dashboard:ApiAddress={api.Address}", "--Dashboard:ReconnectMsMax=500", "--Logging:LogLevel:Default=Error"],
        });
        await dashboard.StartAsync(stop);
        var feed = dashboard.Services.GetRequiredService<LiveFeed>();
        await Platform.EventuallyAsync(() => Task.FromResult(feed), seen => seen is { LastSequence: 1, Hub.State: LinkState.Up }, "the first signal");

        api.Played.Signals[2] = DashboardSamples.Signal(2, now);
        await api.PlayAsync(DashboardSamples.Signal(3, now));
        await Platform.EventuallyAsync(() => Task.FromResult(feed.Episodes), episodes => episodes.Count == 3, "the signal whose broadcast was dropped");

        var script = api.Played;
        var port = api.Address.Port;
        await api.DisposeAsync();
        foreach (var sequence in new[] { 4L, 5L, 6L })
        {
            script.Signals[sequence] = DashboardSamples.Signal(sequence, now);
        }

        script.FailsGapAfter = script.Signals[6];
        await using var again = await FakeApi.StartAsync(port, script);

        await Platform.EventuallyAsync(() => Task.FromResult(feed.Episodes), episodes => episodes.Count == 6, "all six signals");
        Assert.Null(script.FailsGapAfter);
        await dashboard.StopAsync(stop);
    }
}
