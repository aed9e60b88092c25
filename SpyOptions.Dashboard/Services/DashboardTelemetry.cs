using System.Diagnostics;
using System.Diagnostics.Metrics;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>What the dashboard measures of itself.</summary>
internal sealed class DashboardTelemetry : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "SpyOptions.Dashboard";

    private readonly ActivitySource _source = new(Name);
    private readonly Histogram<double> _hop;
    private readonly Counter<long> _reconnects;

    /// <summary>Creates the instruments.</summary>
    public DashboardTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _hop = meter.CreateHistogram<double>("spy_hop_latency_seconds", "s", "Latency of one hop between a tick and a viewer.");
        _reconnects = meter.CreateCounter<long>("spy_dashboard_hub_reconnects_total", description: "Connections to the hub that were lost or refused.");
    }

    /// <summary>Notes that a signal arrived: a span below the tick's trace and a sample of the last hop.</summary>
    /// <param name="stored">The signal.</param>
    /// <param name="seenAt">When it arrived, UTC.</param>
    /// <returns>The span to end when the signal is taken in; null when nobody records it.</returns>
    public Activity? Seen(StoredSignal stored, DateTimeOffset seenAt)
    {
        _hop.Record(Math.Max(0, (seenAt - stored.StoredAt).TotalSeconds), new KeyValuePair<string, object?>("hop", "broadcast-seen"));
        if (!ActivityContext.TryParse(stored.Signal.TraceParent, null, isRemote: true, out var parent))
        {
            return null;
        }

        var activity = _source.StartActivity("signal.seen", ActivityKind.Consumer, parent);
        activity?.SetTag("signal.id", stored.Signal.Id).SetTag("signal.kind", stored.Signal.Kind);
        return activity;
    }

    /// <summary>Counts a lost or refused connection to the hub.</summary>
    public void HubLost() => _reconnects.Add(1);

    /// <inheritdoc />
    public void Dispose() => _source.Dispose();
}
