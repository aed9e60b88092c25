using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;
using SpyOptions.Standalone;

namespace SpyOptions.Benchmarks.Latency;

/// <summary>
/// Tick received to signal in a SignalR client, hop by hop, with the whole platform running on loopback at a given tick rate.
/// The baseline posts the same signals straight to the API: what HTTP, SQLite and SignalR cost without gateway, detection and outbox.
/// </summary>
internal sealed class LatencyCommand : IBenchmarkCommand
{
    private const double P95MsTarget = 25;
    private const double P99MsTarget = 50;
    private const int SamplesMin = 200;
    private const int TicksPerSecondMin = 2_000;

    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(15);

    // Stays below the rate that the API allows a writer.
    private static readonly TimeSpan BaselinePause = TimeSpan.FromMilliseconds(10);

    /// <inheritdoc/>
    public string Name => "latency";

    /// <inheritdoc/>
    public string? Description => "tick received to signal seen, hop by hop; --seconds N (60), --quotes N changed a second (600, about 4 ticks each), --seed N (7)";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        var seconds = Option(arguments, "--seconds", 60);
        var quotes = Option(arguments, "--quotes", 600);
        var seed = Option(arguments, "--seed", 7);
        var data = Directory.CreateTempSubdirectory("spyoptions-latency-");
        try
        {
            await using var host = new StandaloneHost(
                new StandaloneOptions { GatewayPort = 0, GatewayControlPort = 0, BotPort = 0, ApiPort = 0, DashboardPort = 0, DataPath = data.FullName },
                "--Logging:LogLevel:Default=Warning",
                $"--seed={seed}",
                $"--Gateway:TicksPerSecond={quotes}",
                "--Gateway:AnomaliesPerMinute=600",
                "--Bot:Detection:SignalsPerMinuteMax=600");
            await host.StartAsync(stop);
            await using var viewer = new SignalViewer(host.ApiAddress);
            await viewer.StartAsync();
            using var http = new HttpClient { BaseAddress = host.ApiAddress };

            await DelayAsync(Warmup, stop);
            viewer.TakeAll();
            var before = await FeedAsync(http, stop);
            var watch = Stopwatch.StartNew();
            await DelayAsync(TimeSpan.FromSeconds(seconds), stop);
            var after = await FeedAsync(http, stop);
            var ticksPerSecond = (after.TicksReceived - before.TicksReceived) / (after.ReportedAt - before.ReportedAt).TotalSeconds;
            var samples = viewer.TakeAll();
            var measured = HopQuantiles.Of(samples);

            await Console.Out.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{samples.Count} signals in {watch.Elapsed.TotalSeconds:F0} s at {ticksPerSecond:F0} ticks/s received, seed {seed}"));
            HopQuantiles.Print(measured);

            var baseline = await BaselineAsync(http, host.WriterKey, viewer, samples, stop);
            var whole = measured[^1];
            var ok = samples.Count >= SamplesMin && whole.P95 < P95MsTarget && whole.P99 < P99MsTarget && ticksPerSecond >= TicksPerSecondMin;
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new
            {
                bench = "latency",
                ok,
                signals = samples.Count,
                ticksPerSecond = Math.Round(ticksPerSecond),
                p50Ms = Math.Round(whole.P50, 2),
                p95Ms = Math.Round(whole.P95, 2),
                p99Ms = Math.Round(whole.P99, 2),
                p95MsTarget = P95MsTarget,
                p99MsTarget = P99MsTarget,
                ticksPerSecondTarget = TicksPerSecondMin,
                baselinePostToSeenP95Ms = Math.Round(baseline.P95, 2),
                baselinePostToSeenP99Ms = Math.Round(baseline.P99, 2),
            }));
            return ok ? 0 : 1;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<HopQuantiles> BaselineAsync(HttpClient http, string writerKey, SignalViewer viewer, IReadOnlyList<LatencySample> samples, CancellationToken stop)
    {
        var json = Json();
        using var writer = new HttpClient { BaseAddress = http.BaseAddress };
        writer.DefaultRequestHeaders.Add("X-Api-Key", writerKey);
        var ids = new HashSet<Guid>();
        foreach (var sample in samples.Take(500))
        {
            var now = TimeProvider.System.GetUtcNow();
            var signal = sample.Stored.Signal with { Id = Guid.CreateVersion7(), EpisodeId = Guid.CreateVersion7(), PublishedAt = now, ObservedAt = now, DetectedAt = now, ExpiresAt = now.AddMinutes(1) };
            ids.Add(signal.Id);
            using var response = await writer.PostAsJsonAsync("/signals", new SignalBatch([signal]), json, stop);
            response.EnsureSuccessStatusCode();
            await DelayAsync(BaselinePause, stop);
        }

        await DelayAsync(TimeSpan.FromSeconds(1), stop);
        HopQuantiles[] baseline = HopQuantiles.Of([.. viewer.TakeAll().Where(sample => ids.Contains(sample.Stored.Signal.Id))]);
        await Console.Out.WriteLineAsync("baseline: the same signals posted straight to the API");
        HopQuantiles.Print(baseline);
        return baseline[^1];
    }

    private static async Task<FeedStatus> FeedAsync(HttpClient http, CancellationToken stop) =>
        await http.GetFromJsonAsync<FeedStatus>("/feed", Json(), stop) ?? throw new InvalidOperationException("The API knows no feed.");

    private static JsonSerializerOptions Json()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ContractsJson.Configure(json);
        return json;
    }

    private static Task DelayAsync(TimeSpan span, CancellationToken stop) => Task.Delay(span, TimeProvider.System, stop);

    private static int Option(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var index && index + 1 < arguments.Length ? int.Parse(arguments[index + 1], CultureInfo.InvariantCulture) : otherwise;
}
