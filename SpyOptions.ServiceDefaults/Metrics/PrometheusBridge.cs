using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace SpyOptions.ServiceDefaults.Metrics;

/// <summary>
/// Serves the meters of one container by prometheus-net, each instrument under exactly its own name (a character that Prometheus
/// does not know becomes an underscore).
/// </summary>
/// <remarks>
/// The library's own <c>MeterAdapter</c> puts the meter's name before the instrument's, shows counters as gauges and drops a series
/// that rests for five minutes; alerts need the plain names, real counters and series that stay.
/// </remarks>
internal sealed class PrometheusBridge : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly IMeterFactory _scope;
    private readonly IMetricFactory _metrics;
    private readonly ILogger<PrometheusBridge> _logger;

    /// <summary>Makes the bridge; it listens after <see cref="Start"/>.</summary>
    /// <param name="scope">The container's meter factory: only meters that it made are served.</param>
    /// <param name="logger">Where an instrument that cannot be served is named.</param>
    public PrometheusBridge(IMeterFactory scope, ILogger<PrometheusBridge> logger)
    {
        _scope = scope;
        _logger = logger;
        Registry = Prometheus.Metrics.NewCustomRegistry();
        _metrics = Prometheus.Metrics.WithCustomRegistry(Registry);
        DotNetStats.Register(Registry);
        Registry.AddBeforeCollectCallback(_listener.RecordObservableInstruments);
        _listener.InstrumentPublished = OnInstrumentPublished;
        Listen<byte>(value => value);
        Listen<short>(value => value);
        Listen<int>(value => value);
        Listen<long>(value => value);
        Listen<float>(value => value);
        Listen<double>(value => value);
        Listen<decimal>(value => (double)value);
    }

    /// <summary>The container's own registry.</summary>
    public CollectorRegistry Registry { get; }

    /// <summary>Starts to listen, to the instruments that exist and to those that come.</summary>
    public void Start() => _listener.Start();

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void OnInstrumentPublished(Instrument instrument, MeterListener listener)
    {
        if (!ReferenceEquals(instrument.Meter.Scope, _scope))
        {
            return;
        }

        if (PrometheusCollectors.For(instrument, _metrics) is { } createCollector)
        {
            var series = new PrometheusSeries(instrument, createCollector, _logger);
            series.Announce(() => PrometheusCollectors.Announce(instrument, _metrics));
            listener.EnableMeasurementEvents(instrument, series);
        }
        else
        {
            MetricsLog.KindUnknown(_logger, instrument.Name, instrument.GetType().Name);
        }
    }

    private void Listen<T>(Func<T, double> toDouble)
        where T : struct =>
        _listener.SetMeasurementEventCallback<T>((_, measurement, tags, state) => ((PrometheusSeries)state!).Record(toDouble(measurement), tags));
}
