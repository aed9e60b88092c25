using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SpyOptions.Tests.ServiceDefaults;

public sealed class PrometheusBridgeTests
{
    [Fact]
    public async Task Two_containers_of_one_process_serve_only_their_own_values_under_the_plain_name()
    {
        await using var first = await DefaultsHost.StartAsync();
        await using var second = await DefaultsHost.StartAsync();
        MeterOf(first).CreateCounter<long>("spy_bot_errors_total", null, "Errors.").Add(3);
        MeterOf(second).CreateCounter<long>("spy_bot_errors_total", null, "Errors.").Add(5);

        var firstText = await DefaultsHost.GetAsync(first, "/metrics");
        var secondText = await DefaultsHost.GetAsync(second, "/metrics");

        Assert.Contains("# TYPE spy_bot_errors_total counter\nspy_bot_errors_total 3\n", firstText, StringComparison.Ordinal);
        Assert.Contains("# TYPE spy_bot_errors_total counter\nspy_bot_errors_total 5\n", secondText, StringComparison.Ordinal);
        Assert.DoesNotContain("total_total", firstText, StringComparison.Ordinal);
        Assert.DoesNotContain("sample_spy", firstText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_histogram_takes_the_advised_buckets_and_else_one_millisecond_to_ten_seconds()
    {
        await using var app = await DefaultsHost.StartAsync();
        var meter = MeterOf(app);
        meter.CreateHistogram("advised_seconds", "s", null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.25, 4] }).Record(1);
        meter.CreateHistogram<double>("plain_seconds", "s").Record(0.002);

        var text = await DefaultsHost.GetAsync(app, "/metrics");

        Assert.Contains("advised_seconds_bucket{le=\"0.25\"} 0\nadvised_seconds_bucket{le=\"4\"} 1\nadvised_seconds_bucket{le=\"+Inf\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("plain_seconds_bucket{le=\"0.001\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("plain_seconds_bucket{le=\"10\"} 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_instrument_is_served_with_its_tags()
    {
        await using var app = await DefaultsHost.StartAsync();
        var meter = MeterOf(app);
        var counter = meter.CreateCounter<int>("refused_total");
        counter.Add(1, new("code", "signal_invalid"), new("kind.of", "x"));
        counter.Add(1, new("kind.of", "x"), new("code", "signal_invalid"));
        counter.Add(1, new KeyValuePair<string, object?>("code", null));
        meter.CreateObservableCounter("ticks_total", () => 42L);
        meter.CreateObservableGauge("depth", () => new Measurement<int>(7, new KeyValuePair<string, object?>("queue", "a")));
        meter.CreateUpDownCounter<int>("open").Add(-2, new KeyValuePair<string, object?>("side", "b"));
        meter.CreateGauge<double>("age_seconds").Record(1.5);

        var text = await DefaultsHost.GetAsync(app, "/metrics");

        Assert.Contains("refused_total{code=\"signal_invalid\",kind_of=\"x\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("refused_total{code=\"\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("\nticks_total 42\n", text, StringComparison.Ordinal);
        Assert.Contains("depth{queue=\"a\"} 7\n", text, StringComparison.Ordinal);
        Assert.Contains("open{side=\"b\"} -2\n", text, StringComparison.Ordinal);
        Assert.Contains("\nage_seconds 1.5\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clash_of_names_never_throws_into_the_code_that_measures()
    {
        await using var app = await DefaultsHost.StartAsync();
        MeterOf(app).CreateCounter<int>("clash").Add(1);
        MeterOf(app).CreateHistogram<double>("clash").Record(1);

        Assert.Contains("\nclash 1\n", await DefaultsHost.GetAsync(app, "/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measurement_without_tags_allocates_nothing_after_the_first()
    {
        await using var app = await DefaultsHost.StartAsync();
        var counter = MeterOf(app).CreateCounter<long>("hot_total");
        counter.Add(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < 1000; index++)
        {
            counter.Add(1);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Meter MeterOf(WebApplication app) => app.Services.GetRequiredService<IMeterFactory>().Create("SpyOptions.Sample");
}
