using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SpyOptions.Api.Telemetry;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Live;

/// <summary>The viewers of <c>GET /signals/stream</c>. Each has a bounded backlog; one that lets it fill up is cut off and can resume from the store.</summary>
internal sealed class SignalStreams(IOptions<ApiOptions> options, ApiMetrics metrics, ILogger<SignalStreams> logger)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Channel<StreamEvent>> _viewers = [];

    /// <summary>Adds a viewer; null when there are too many.</summary>
    public Channel<StreamEvent>? TryOpen()
    {
        var channel = Channel.CreateBounded<StreamEvent>(
            new BoundedChannelOptions(options.Value.StreamBacklogMax) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
        lock (_gate)
        {
            if (_viewers.Count >= options.Value.StreamViewersMax)
            {
                return null;
            }

            _viewers.Add(channel);
        }

        metrics.StreamViewersChanged(1);
        return channel;
    }

    /// <summary>Removes a viewer.</summary>
    public void Close(Channel<StreamEvent> viewer)
    {
        lock (_gate)
        {
            _viewers.Remove(viewer);
        }

        viewer.Writer.TryComplete();
        metrics.StreamViewersChanged(-1);
    }

    /// <summary>Sends a stored signal to every viewer.</summary>
    public void Publish(StoredSignal stored) => Publish(() => ToEvent(stored));

    /// <summary>Sends an acknowledgement to every viewer.</summary>
    public void Publish(SignalAcknowledgement acknowledgement) => Publish(() => new StreamEvent(
        null, new SseItem<string>(JsonSerializer.Serialize(acknowledgement, ContractsJson.Default.SignalAcknowledgement), "signalAcknowledged")));

    /// <summary>A stored signal as an event whose id is its sequence.</summary>
    public static StreamEvent ToEvent(StoredSignal stored) => new(
        stored.Sequence,
        new SseItem<string>(JsonSerializer.Serialize(stored, ContractsJson.Default.StoredSignal), "signalStored")
        {
            EventId = stored.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });

    private void Publish(Func<StreamEvent> create)
    {
        lock (_gate)
        {
            if (_viewers.Count == 0)
            {
                return;
            }

            var streamEvent = create();
            foreach (var viewer in _viewers.Where(viewer => !viewer.Writer.TryWrite(streamEvent)))
            {
                if (viewer.Writer.TryComplete())
                {
                    metrics.StreamCutOff();
                    ApiLog.StreamViewerCutOff(logger, options.Value.StreamBacklogMax);
                }
            }
        }
    }
}
