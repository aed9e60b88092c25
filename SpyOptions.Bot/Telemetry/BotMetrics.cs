using System.Diagnostics.Metrics;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Telemetry;

/// <summary>
/// Every metric of the bot, each defined once. Gauges are settable properties: whoever owns the figure sets it. Those of trading
/// are served as 0 as long as nothing trades. The client of the gateway defines those that begin with <c>ibkr_</c>.
/// </summary>
internal sealed class BotMetrics : IDisposable
{
    private static readonly double[] LatencyBounds =
        [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

    private const int TickHopSampling = 16;

    private readonly HopLatencies _hops;
    private readonly Meter _meter;
    private readonly Histogram<double> _signalLatency;
    private readonly Histogram<double> _hopLatency;
    private readonly Histogram<double> _executionLatency;
    private long _signalsReceived;
    private uint _tickHops;

    /// <summary>Defines the metrics.</summary>
    /// <param name="meters">Makes meters that belong to this process's container.</param>
    /// <param name="hops">Keeps the quantiles that the feed report carries.</param>
    public BotMetrics(IMeterFactory meters, HopLatencies hops)
    {
        _hops = hops;
        _meter = meters.Create(BotTracing.Name);
        _signalLatency = Latency("spy_bot_signal_latency_seconds", "Tick received at the socket to signal handed to the API.");
        _executionLatency = Latency("spy_bot_execution_latency_seconds", "Approved intent to acknowledged order.");
        _hopLatency = Latency("spy_bot_hop_latency_seconds", "Latency of one hop of a quote's life, by hop.");
        Count("spy_bot_trades_total", () => Trades, "Orders filled.");
        Count("spy_bot_signals_received_total", () => Volatile.Read(ref _signalsReceived), "Signals that the API confirmed to have received.");
        Count("spy_bot_ticks_received_total", () => TicksReceived, "Ticks received from the gateway.");
        Count("spy_bot_ticks_conflated_total", () => TicksConflated, "Ticks that a newer one overtook before detection looked at them.");
        Gauge("spy_bot_active_positions", () => ActivePositions, "Contracts with an open position.");
        Gauge("spy_bot_feed_live", () => FeedLive ? 1 : 0, "1 while the feed is LIVE.");
        Gauge("spy_bot_feed_stale", () => FeedStale ? 1 : 0, "1 while the feed is STALE: no tick although the session is open, or no connection.");
        Gauge("spy_bot_lines_used", () => LinesUsed, "Market data lines in use.");
        Gauge("spy_bot_lines_max", () => LinesMax, "Market data lines allowed now.");
        Gauge("spy_bot_contracts_known", () => ContractsKnown, "Options discovered.");
        Gauge("spy_bot_outbox_depth", () => OutboxDepth, "Signals that wait for the API.");
        _meter.CreateObservableGauge("spy_bot_outbox_age_seconds", () => OutboxAgeSeconds, null, "Age of the oldest signal that waits for the API; 0 when none waits.");
        _meter.CreateObservableGauge("spy_bot_tick_age_seconds", () => TickAgeSeconds, null, "Age of the newest tick; 0 before the first.");
        AnomaliesDetected = new CounterFamily(
            _meter, "spy_bot_anomalies_detected_total", "kind", "Anomalies that a detector found, repeats included.", Enum.GetNames<SignalKind>());
        Errors = new CounterFamily(
            _meter, "spy_bot_errors_total", "kind", "Errors by kind.", BotErrors.All);
        TicksIgnored = new CounterFamily(
            _meter, "spy_bot_ticks_ignored_total", "reason", "Ticks that reached no quote, by reason.", TickReasons.All);
        LinesDropped = new CounterFamily(_meter, "spy_bot_lines_dropped_total", "code", "Market data lines that the gateway refused, by error code.", "101");
    }

    /// <summary>Anomalies by kind.</summary>
    public CounterFamily AnomaliesDetected { get; }

    /// <summary>Errors by kind, see <see cref="BotErrors"/>.</summary>
    public CounterFamily Errors { get; }

    /// <summary>Ticks that reached no quote, by reason, see <see cref="TickReasons"/>.</summary>
    public CounterFamily TicksIgnored { get; }

    /// <summary>Lines that the gateway refused, by error code.</summary>
    public CounterFamily LinesDropped { get; }

    /// <summary>Orders filled.</summary>
    public long Trades { get; set; }

    /// <summary>Contracts with an open position.</summary>
    public int ActivePositions { get; set; }

    /// <summary>Ticks received since start.</summary>
    public long TicksReceived { get; set; }

    /// <summary>Ticks overtaken by a newer one since start.</summary>
    public long TicksConflated { get; set; }

    /// <summary>Whether the feed is LIVE.</summary>
    public bool FeedLive { get; set; }

    /// <summary>Whether the feed is STALE.</summary>
    public bool FeedStale { get; set; }

    /// <summary>Market data lines in use.</summary>
    public int LinesUsed { get; set; }

    /// <summary>Market data lines allowed now.</summary>
    public int LinesMax { get; set; }

    /// <summary>Options discovered.</summary>
    public int ContractsKnown { get; set; }

    /// <summary>Signals that wait for the API.</summary>
    public int OutboxDepth { get; set; }

    /// <summary>Age of the oldest waiting signal, seconds; 0 when none waits.</summary>
    public double OutboxAgeSeconds { get; set; }

    /// <summary>Age of the newest tick, seconds; 0 before the first.</summary>
    public double TickAgeSeconds { get; set; }

    /// <summary>Counts signals that the API confirmed.</summary>
    public void AddSignalsReceived(int count) => Interlocked.Add(ref _signalsReceived, count);

    /// <summary>Records a hop, for the histogram and for the feed report.</summary>
    /// <param name="hop">Name of the hop, a constant of <see cref="HopLatencies"/>.</param>
    /// <param name="latency">Its latency.</param>
    public void RecordHop(string hop, TimeSpan latency)
    {
        _hops.Record(hop, latency);
        _hopLatency.Record(latency.TotalSeconds, new KeyValuePair<string, object?>("hop", hop));
    }

    /// <summary>Records the hop from socket read to quote: every tick for the feed report, every 16th in the histogram, which allocates.</summary>
    public void RecordTickHop(TimeSpan latency)
    {
        if (++_tickHops % TickHopSampling == 0)
        {
            RecordHop(HopLatencies.ReceivedObserved, latency);
        }
        else
        {
            _hops.Record(HopLatencies.ReceivedObserved, latency);
        }
    }

    /// <summary>Records how long a signal took from the socket read of its tick to being handed to the API.</summary>
    public void RecordSignalLatency(TimeSpan latency) => _signalLatency.Record(latency.TotalSeconds);

    /// <summary>Records how long an approved intent took to become an acknowledged order.</summary>
    public void RecordExecutionLatency(TimeSpan latency) => _executionLatency.Record(latency.TotalSeconds);

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private Histogram<double> Latency(string name, string description) =>
        _meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = LatencyBounds });

    private void Count(string name, Func<long> read, string description) => _meter.CreateObservableCounter(name, read, null, description);

    private void Gauge(string name, Func<int> read, string description) => _meter.CreateObservableGauge(name, read, null, description);
}
