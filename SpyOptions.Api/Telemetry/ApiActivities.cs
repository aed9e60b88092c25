using System.Diagnostics;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Telemetry;

/// <summary>The API's part of the trace from tick to viewer.</summary>
internal static class ApiActivities
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "SpyOptions.Api";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts a step of a signal's life below the tick that led to it; null when nobody records.</summary>
    public static Activity? Start(string name, Signal signal, DateTimeOffset? startedAt = null)
    {
        if (!ActivityContext.TryParse(signal.TraceParent, null, isRemote: true, out var parent))
        {
            return null;
        }

        var links = Activity.Current is { } current && current.TraceId != parent.TraceId ? [new ActivityLink(current.Context)] : Array.Empty<ActivityLink>();
        var activity = Source.StartActivity(ActivityKind.Consumer, parent, links: links, startTime: startedAt ?? default, name: name);
        activity?.SetTag("signal.id", signal.Id).SetTag("signal.kind", signal.Kind.ToString());
        return activity;
    }
}
