using System.Diagnostics.Metrics;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>
/// What the client counts. The instruments are the platform's metric names; the counts are also readable without a listener. Everything that the read
/// loop counts per message is a plain field that an instrument observes, because the loop must not allocate.
/// </summary>
public sealed class TwsClientMetrics : IDisposable
{
    /// <summary>Name of the client's meter.</summary>
    public const string MeterName = "SpyOptions.Tws";

    private readonly Meter meter;
    private readonly Counter<long> requests;
    private readonly Histogram<double> responseTime;
    private long orphanTicks;
    private long handlerFailures;
    private long restorations;
    private long connections;
    private long failures;
    private int isUsable;

    internal TwsClientMetrics(IMeterFactory? meters)
    {
        meter = meters?.Create(MeterName) ?? new Meter(MeterName);
        requests = meter.CreateCounter<long>("ibkr_requests_total", description: "Messages sent to the gateway, by their name.");
        responseTime = meter.CreateHistogram<double>(
            "ibkr_api_response_time_seconds", "s", "From the sending of a request to the end of its answer.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        meter.CreateObservableGauge("ibkr_connection_status", () => Volatile.Read(ref isUsable), description: "1 when the gateway accepts requests and is connected to IBKR, else 0.");
        Observe("ibkr_frames_total", () => Wire.Frames, "Frames received from the gateway.");
        Observe("ibkr_frames_malformed_total", () => Wire.MalformedMessages, "Frames of a known message that could not be read.");
        Observe("ibkr_messages_unknown_total", () => Wire.UnknownMessages, "Frames whose message id is not known, skipped.");
        Observe("ibkr_fields_surplus_total", () => Wire.SurplusFields, "Fields behind the last known one of a message, tolerated.");
        Observe("ibkr_ticks_orphaned_total", () => OrphanTicks, "Ticks for a request id that is unknown or cancelled.");
        Observe("ibkr_handler_failures_total", () => HandlerFailures, "Exceptions thrown by the consumers' handlers.");
        Observe("ibkr_subscriptions_restored_total", () => SubscriptionsRestored, "Market data subscriptions requested again.");
        Observe("ibkr_connections_total", () => Connections, "Connections that became ready.");
        Observe("ibkr_connection_failures_total", () => ConnectionFailures, "Connections and attempts that ended.");
    }

    /// <summary>What the codec counted: frames, malformed and unknown messages, surplus fields.</summary>
    public WireCounters Wire { get; } = new();

    /// <summary>Ticks for a request id that is unknown or cancelled.</summary>
    public long OrphanTicks => Volatile.Read(ref orphanTicks);

    /// <summary>Exceptions thrown by the consumers' handlers.</summary>
    public long HandlerFailures => Volatile.Read(ref handlerFailures);

    /// <summary>Market data subscriptions requested again.</summary>
    public long SubscriptionsRestored => Volatile.Read(ref restorations);

    /// <summary>Connections that became ready.</summary>
    public long Connections => Volatile.Read(ref connections);

    /// <summary>Connections and attempts that ended.</summary>
    public long ConnectionFailures => Volatile.Read(ref failures);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    internal void TickOrphaned() => Interlocked.Increment(ref orphanTicks);

    internal void HandlerFailed() => Interlocked.Increment(ref handlerFailures);

    internal void SubscriptionRestored() => Interlocked.Increment(ref restorations);

    internal void Connected() => Interlocked.Increment(ref connections);

    internal void ConnectionFailed() => Interlocked.Increment(ref failures);

    internal void RequestSent(string name) => requests.Add(1, new KeyValuePair<string, object?>("request", name));

    internal void Responded(string name, TimeSpan elapsed) => responseTime.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("request", name));

    internal void SetUsable(bool usable) => Volatile.Write(ref isUsable, usable ? 1 : 0);

    private void Observe(string name, Func<long> read, string description) => meter.CreateObservableCounter(name, read, description: description);
}
