using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using SpyOptions.Api.Telemetry;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Live;

/// <summary>
/// Hands what was committed to the viewers, in the order of commits. The queue is bounded: what leaves it unsent is in the store,
/// and a viewer that sees a gap in the sequences reads it from there.
/// </summary>
internal sealed class SignalBroadcaster : BackgroundService
{
    private const int QueueMax = 4096;
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(2);

    private readonly IHubContext<SignalsHub, ISignalsClient> _hub;
    private readonly SignalStreams _streams;
    private readonly ApiMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<SignalBroadcaster> _logger;
    private readonly Channel<object> _queue;

    /// <summary>Makes the broadcaster; it sends while it runs.</summary>
    public SignalBroadcaster(
        IHubContext<SignalsHub, ISignalsClient> hub, SignalStreams streams, ApiMetrics metrics, TimeProvider time, ILogger<SignalBroadcaster> logger)
    {
        (_hub, _streams, _metrics, _time, _logger) = (hub, streams, metrics, time, logger);
        _queue = Channel.CreateBounded<object>(
            new BoundedChannelOptions(QueueMax) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => metrics.BroadcastDropped());
    }

    /// <summary>Has a stored signal sent. Never waits.</summary>
    public void Enqueue(StoredSignal stored) => _queue.Writer.TryWrite(stored);

    /// <summary>Has an acknowledgement sent. Never waits.</summary>
    public void Enqueue(SignalAcknowledgement acknowledgement) => _queue.Writer.TryWrite(acknowledgement);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var message in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            switch (message)
            {
                case StoredSignal stored:
                    await SendAsync(stored, stoppingToken);
                    break;
                case SignalAcknowledgement acknowledgement:
                    _streams.Publish(acknowledgement);
                    await SendAsync(nameof(ISignalsClient.SignalAcknowledged), _hub.Clients.All.SignalAcknowledged(acknowledgement), stoppingToken);
                    break;
            }
        }
    }

    private async Task SendAsync(StoredSignal stored, CancellationToken stoppingToken)
    {
        using var activity = ApiActivities.Start("signal.broadcast", stored.Signal);
        _streams.Publish(stored);
        await SendAsync(nameof(ISignalsClient.SignalStored), _hub.Clients.All.SignalStored(stored), stoppingToken);
        _metrics.Broadcast(_time.GetUtcNow() - stored.StoredAt);
    }

    private async Task SendAsync(string method, Task send, CancellationToken stoppingToken)
    {
        try
        {
            await send.WaitAsync(SendTimeout, _time, stoppingToken);
            _metrics.SentToAll(method);
        }
        catch (TimeoutException)
        {
            // One viewer that does not read must not hold the others back; its connection is closed by the hub's own timeout.
            _metrics.BroadcastFailed();
            ApiLog.BroadcastFailed(_logger, method, "a viewer does not read", null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _metrics.BroadcastFailed();
            ApiLog.BroadcastFailed(_logger, method, exception.Message, exception);
        }
    }
}
