using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using SpyOptions.Api.Telemetry;
using SpyOptions.Contracts.Feed;

namespace SpyOptions.Api.Live;

/// <summary>Shows the newest state of the edge to the viewers. A report that comes while one is being sent replaces the one that waits.</summary>
internal sealed class FeedBroadcaster(
    IHubContext<SignalsHub, ISignalsClient> hub, FeedStore feed, ChainWatchers watchers, ApiMetrics metrics, TimeProvider time, ILogger<FeedBroadcaster> logger)
    : BackgroundService
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(2);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private HashSet<DateOnly> _changed = [];

    /// <summary>Has the newest status and some chains sent. Never waits.</summary>
    public void Enqueue(FeedReport report)
    {
        lock (_gate)
        {
            _changed.UnionWith(report.Chains.Select(chain => chain.Expiry));
        }

        _wake.Writer.TryWrite(true);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync().WaitAsync(SendTimeout, time, stoppingToken);
            }
            catch (TimeoutException)
            {
                metrics.BroadcastFailed();
                ApiLog.BroadcastFailed(logger, nameof(ISignalsClient.FeedChanged), "a viewer does not read", null);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                metrics.BroadcastFailed();
                ApiLog.BroadcastFailed(logger, nameof(ISignalsClient.FeedChanged), exception.Message, exception);
            }
        }
    }

    private async Task SendAsync()
    {
        HashSet<DateOnly> changed;
        lock (_gate)
        {
            (changed, _changed) = (_changed, []);
        }

        if (feed.Status is { } status)
        {
            await hub.Clients.All.FeedChanged(status);
            metrics.SentToAll(nameof(ISignalsClient.FeedChanged));
        }

        foreach (var expiry in changed)
        {
            var receivers = watchers.CountOf(expiry);
            if (receivers > 0 && feed.Chain(expiry) is { } chain)
            {
                await hub.Clients.Group(SignalsHub.GroupOf(expiry)).ChainChanged(chain);
                metrics.SentTo(nameof(ISignalsClient.ChainChanged), receivers);
            }
        }
    }
}
