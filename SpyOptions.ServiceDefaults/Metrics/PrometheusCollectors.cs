using System.Diagnostics.Metrics;
using Prometheus;

namespace SpyOptions.ServiceDefaults.Metrics;

/// <summary>Which prometheus-net collector serves which kind of instrument.</summary>
internal static class PrometheusCollectors
{
    /// <summary>Buckets of a histogram that brings no advice, seconds: 1 ms to 10 s.</summary>
    private static readonly double[] DefaultBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>Makes collectors for an instrument, given label names; null when its kind is not known.</summary>
    public static Func<string[], RecordMeasurement>? For(Instrument instrument, IMetricFactory metrics)
    {
        var name = PrometheusName.Of(instrument.Name);
        var help = instrument.Description ?? instrument.Name;
        var kind = instrument.GetType().IsGenericType ? instrument.GetType().GetGenericTypeDefinition() : null;
        if (kind == typeof(Counter<>))
        {
            return labels => Counter(metrics.CreateCounter(name, help, labels), static (counter, value) => counter.Inc(Math.Max(0, value)));
        }

        if (kind == typeof(ObservableCounter<>))
        {
            return labels => Counter(metrics.CreateCounter(name, help, labels), static (counter, value) => counter.IncTo(value));
        }

        if (kind == typeof(UpDownCounter<>))
        {
            return labels => Gauge(metrics.CreateGauge(name, help, labels), static (gauge, value) => gauge.Inc(value));
        }

        if (kind == typeof(Gauge<>) || kind == typeof(ObservableGauge<>) || kind == typeof(ObservableUpDownCounter<>))
        {
            return labels => Gauge(metrics.CreateGauge(name, help, labels), static (gauge, value) => gauge.Set(value));
        }

        if (kind == typeof(Histogram<>))
        {
            return labels => Histogram(CreateHistogram(instrument, metrics, labels));
        }

        return null;
    }

    /// <summary>Serves a histogram without labels at zero and answers how to take that back; null for the other kinds, which need no such start.</summary>
    public static Action? Announce(Instrument instrument, IMetricFactory metrics) =>
        instrument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Histogram<>)
            ? CreateHistogram(instrument, metrics, []).Unpublish
            : null;

    private static Histogram CreateHistogram(Instrument instrument, IMetricFactory metrics, string[] labels) =>
        metrics.CreateHistogram(
            PrometheusName.Of(instrument.Name), instrument.Description ?? instrument.Name, labels, new HistogramConfiguration { Buckets = BucketsOf(instrument) });

    private static RecordMeasurement Counter(Counter all, Action<ICounter, double> record) =>
        (labels, value) => record(labels.Length == 0 ? all : all.WithLabels(labels), value);

    private static RecordMeasurement Gauge(Gauge all, Action<IGauge, double> record) =>
        (labels, value) => record(labels.Length == 0 ? all : all.WithLabels(labels), value);

    private static RecordMeasurement Histogram(Histogram all) =>
        (labels, value) => (labels.Length == 0 ? all : (IHistogram)all.WithLabels(labels)).Observe(value);

    private static double[] BucketsOf(Instrument instrument)
    {
        var advised = instrument switch
        {
            Histogram<double> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => bounds,
            Histogram<float> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => bounds.Select(bound => (double)bound),
            Histogram<long> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => bounds.Select(bound => (double)bound),
            Histogram<int> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => bounds.Select(bound => (double)bound),
            _ => DefaultBuckets,
        };
        return [.. advised];
    }
}
