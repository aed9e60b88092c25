using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Dashboard.Services;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Dashboard.Services;

public sealed class DashboardTelemetryTests : DashboardContext
{
    [Fact]
    public void A_seen_signal_has_the_signals_trace_as_its_parent()
    {
        var stored = DashboardSamples.Signal(1, Now, signal => signal with { TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" });
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DashboardTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (seen)
                {
                    seen.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        Services.GetRequiredService<LiveFeed>().OnStored(stored);

        lock (seen)
        {
            var activity = Assert.Single(seen, activity => Equals(activity.GetTagItem("signal.id"), stored.Signal.Id) && activity.TraceId.ToHexString() == "4bf92f3577b34da6a3ce929d0e0e4736");
            Assert.Equal("signal.seen", activity.OperationName);
            Assert.Equal("00f067aa0ba902b7", activity.ParentSpanId.ToHexString());
            Assert.Equal(ActivityKind.Consumer, activity.Kind);
        }
    }

    [Fact]
    public void A_signal_without_a_readable_trace_is_taken_in_all_the_same()
    {
        var stored = DashboardSamples.Signal(1, Now, signal => signal with { TraceParent = "rubbish" });

        Assert.Null(Services.GetRequiredService<DashboardTelemetry>().Seen(stored, Now));
        Feed.OnStored(stored);
        Assert.Single(Feed.Episodes);
    }
}
