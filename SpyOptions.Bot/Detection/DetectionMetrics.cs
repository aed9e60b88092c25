using System.Diagnostics.Metrics;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection;

/// <summary>Metrics of the detection stage alone; those that the whole bot shares are in <see cref="BotMetrics"/>.</summary>
internal sealed class DetectionMetrics
{
    private static readonly double[] Bounds = [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1];
    private readonly Histogram<double> _chainTime;

    /// <summary>Defines the metrics.</summary>
    public DetectionMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(BotTracing.Name);
        _chainTime = meter.CreateHistogram(
            "spy_bot_detection_seconds", "s", "Every detector over one expiry.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
        SignalsSuppressed = new CounterFamily(
            meter, "spy_bot_signals_suppressed_total", "kind", "Signals held back by the budget.", Enum.GetNames<SignalKind>());
        SignalsUndefined = new CounterFamily(
            meter, "spy_bot_signals_undefined_total", "kind", "Claims dropped because a number of theirs was not finite.", Enum.GetNames<SignalKind>());
    }

    /// <summary>Signals held back by the budget, by kind.</summary>
    public CounterFamily SignalsSuppressed { get; }

    /// <summary>Claims dropped because a number was not finite, by kind.</summary>
    public CounterFamily SignalsUndefined { get; }

    /// <summary>Records the time that the detectors took for one expiry.</summary>
    public void RecordChain(TimeSpan time) => _chainTime.Record(time.TotalSeconds);
}
