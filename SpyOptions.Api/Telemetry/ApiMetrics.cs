using System.Diagnostics.Metrics;

namespace SpyOptions.Api.Telemetry;

/// <summary>The API's instruments. All hop times are wall-clock seconds.</summary>
internal sealed class ApiMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "SpyOptions.Api";

    private static readonly InstrumentAdvice<double> HopBuckets = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private readonly Counter<long> _stored;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _feedReports;
    private readonly Counter<long> _broadcastMessages;
    private readonly Counter<long> _broadcastFailures;
    private readonly Counter<long> _broadcastDropped;
    private readonly Counter<long> _streamsCutOff;
    private readonly Histogram<double> _publishedStored;
    private readonly Histogram<double> _storedBroadcast;
    private int _hubConnections;
    private int _streamViewers;

    /// <summary>Makes the instruments in the container's scope.</summary>
    public ApiMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _stored = meter.CreateCounter<long>("spy_api_signals_stored_total", null, "Signals stored.");
        _duplicates = meter.CreateCounter<long>("spy_api_signals_duplicate_total", null, "Signals sent again with an id that was already stored.");
        _refused = meter.CreateCounter<long>("spy_api_requests_refused_total", null, "Requests refused, by problem code.");
        _feedReports = meter.CreateCounter<long>("spy_api_feed_reports_total", null, "Feed reports taken.");
        _broadcastMessages = meter.CreateCounter<long>("spy_api_broadcast_messages_total", null, "Messages to hub connections, one for each receiver: what a hub's quota counts.");
        _broadcastFailures = meter.CreateCounter<long>("spy_api_broadcast_failures_total", null, "Broadcasts that failed or stalled.");
        _broadcastDropped = meter.CreateCounter<long>("spy_api_broadcast_dropped_total", null, "Signals that left the full broadcast queue unsent; viewers fill the gap from the store.");
        _streamsCutOff = meter.CreateCounter<long>("spy_api_streams_cut_off_total", null, "Stream viewers cut off because they were too slow.");
        _publishedStored = meter.CreateHistogram("spy_api_published_stored_seconds", "s", "From handing a signal to HTTP at the edge to its commit here.", null, HopBuckets);
        _storedBroadcast = meter.CreateHistogram("spy_api_stored_broadcast_seconds", "s", "From a signal's commit to its hand-over to the hub.", null, HopBuckets);
        meter.CreateObservableGauge("spy_api_hub_connections", () => _hubConnections, null, "Hub connections now.");
        meter.CreateObservableGauge("spy_api_stream_viewers", () => _streamViewers, null, "Stream viewers now.");
    }

    /// <summary>Hub connections now.</summary>
    public int HubConnections => Volatile.Read(ref _hubConnections);

    /// <summary>A signal was committed.</summary>
    public void Stored(TimeSpan? sincePublished)
    {
        _stored.Add(1);
        if (sincePublished is { } elapsed)
        {
            _publishedStored.Record(Math.Max(0, elapsed.TotalSeconds));
        }
    }

    /// <summary>A signal was already there.</summary>
    public void Duplicate() => _duplicates.Add(1);

    /// <summary>A request was refused.</summary>
    public void Refused(string code) => _refused.Add(1, new KeyValuePair<string, object?>("code", code));

    /// <summary>A feed report was taken.</summary>
    public void FeedReported() => _feedReports.Add(1);

    /// <summary>A signal was handed to the hub.</summary>
    public void Broadcast(TimeSpan sinceStored) => _storedBroadcast.Record(Math.Max(0, sinceStored.TotalSeconds));

    /// <summary>A message was sent to every hub connection.</summary>
    public void SentToAll(string method) => _broadcastMessages.Add(HubConnections, new KeyValuePair<string, object?>("method", method));

    /// <summary>A message was sent to some hub connections.</summary>
    public void SentTo(string method, int receivers) => _broadcastMessages.Add(receivers, new KeyValuePair<string, object?>("method", method));

    /// <summary>A broadcast failed or stalled.</summary>
    public void BroadcastFailed() => _broadcastFailures.Add(1);

    /// <summary>A signal left the broadcast queue unsent.</summary>
    public void BroadcastDropped() => _broadcastDropped.Add(1);

    /// <summary>A hub connection came (1) or went (-1).</summary>
    public void HubConnectionsChanged(int by) => Interlocked.Add(ref _hubConnections, by);

    /// <summary>A stream viewer came (1) or went (-1).</summary>
    public void StreamViewersChanged(int by) => Interlocked.Add(ref _streamViewers, by);

    /// <summary>A slow stream viewer was cut off.</summary>
    public void StreamCutOff() => _streamsCutOff.Add(1);
}
