using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Feed;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Bot.MarketData;

/// <summary>Runs the stage: the connection, the broker's clock, discovery, and the watch over lines and feed. Each loop outlives its failures.</summary>
/// <param name="client">The connection.</param>
/// <param name="gateway">The same, as market data sees it.</param>
/// <param name="clock">The market's clock.</param>
/// <param name="discovery">Finds the chain.</param>
/// <param name="keeper">Holds the lines.</param>
/// <param name="feed">Judges the feed.</param>
/// <param name="pulse">When ticks last came.</param>
/// <param name="desk">Holds the hand-over.</param>
/// <param name="options">Intervals.</param>
/// <param name="time">The process's clock.</param>
/// <param name="metrics">Gauges.</param>
/// <param name="logger">Log.</param>
internal sealed class MarketDataService(
    TwsClient client,
    IMarketGateway gateway,
    MarketClock clock,
    ChainDiscovery discovery,
    LineKeeper keeper,
    FeedMonitor feed,
    FeedPulse pulse,
    TickDesk desk,
    MarketDataOptions options,
    TimeProvider time,
    BotMetrics metrics,
    ILogger<MarketDataService> logger) : BackgroundService
{
    private bool _connected;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        client.IsMarketOpen = () => clock.SessionOpen is true;
        client.Notice += OnNotice;
        await Task.WhenAll(
            client.RunAsync(stoppingToken),
            RepeatAsync("clock", options.ClockInterval, ReadClockAsync, stoppingToken),
            RepeatAsync("watch", options.WatchInterval, WatchAsync, stoppingToken),
            discovery.RunAsync(() => clock.SessionDate, stoppingToken));
    }

    // What concerns a request reaches the line that it belongs to.
    private void OnNotice(ErrorNotice notice)
    {
        if (notice.Id == ErrorNotice.NoId)
        {
            feed.OnNotice(notice, FeedLine.None);
        }
    }

    private async Task RepeatAsync(string loop, TimeSpan interval, Func<CancellationToken, Task> round, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await round(stop);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                MarketDataLog.RoundFailed(logger, loop, exception);
            }

            await Task.Delay(interval, time, stop);
        }
    }

    private async Task ReadClockAsync(CancellationToken stop)
    {
        if (gateway.Status.Stage != TwsConnectionStage.Ready)
        {
            return;
        }

        try
        {
            var sent = time.GetTimestamp();
            var told = await gateway.RequestCurrentTimeAsync(stop);
            clock.OnCurrentTime(told, sent, time.GetTimestamp());
        }
        catch (TwsRequestException exception)
        {
            metrics.Errors.Add(BotErrors.MarketTime);
            if (gateway.Status.Stage == TwsConnectionStage.Ready)
            {
                MarketDataLog.ClockUnread(logger, exception.Message);
            }
        }
    }

    private Task WatchAsync(CancellationToken stop)
    {
        var connected = gateway.Status.Stage == TwsConnectionStage.Ready;
        if (connected && !_connected)
        {
            keeper.Reset();
        }

        _connected = connected;
        var before = feed.Current;
        keeper.Update(time.GetTimestamp() / Math.Max(1, (long)(options.RotationDwell.TotalSeconds * time.TimestampFrequency)));
        var verdict = feed.Step(Math.Max(0, keeper.LinesUsed - 1));
        if (verdict.State == FeedState.Stale && before.State != FeedState.Stale)
        {
            keeper.MarkStale();
        }

        var now = time.GetUtcNow();
        metrics.FeedLive = verdict.State == FeedState.Live;
        metrics.FeedStale = verdict.State == FeedState.Stale;
        metrics.TicksReceived = pulse.Count;
        metrics.TicksConflated = desk.Changes.Overtaken;
        metrics.TickAgeSeconds = pulse.TickAt is { } tickAt && now > tickAt ? (now - tickAt).TotalSeconds : 0;
        return Task.CompletedTask;
    }
}
