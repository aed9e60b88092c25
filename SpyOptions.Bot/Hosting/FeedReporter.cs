using Microsoft.Extensions.Options;
using SpyOptions.Bot.Publishing;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Feed;

namespace SpyOptions.Bot.Hosting;

/// <summary>
/// Posts the newest state of the edge to the API. A report that fails is counted and forgotten: the next one replaces it, after a wait
/// that doubles up to a bound.
/// </summary>
/// <param name="clients">Makes HTTP clients.</param>
/// <param name="status">The state.</param>
/// <param name="snapshots">The chains that changed.</param>
/// <param name="options">Interval and longest wait.</param>
/// <param name="api">Address of the API.</param>
/// <param name="time">The process's clock.</param>
/// <param name="metrics">Counts failures.</param>
/// <param name="logger">Log.</param>
internal sealed class FeedReporter(
    IHttpClientFactory clients,
    FeedStatusBuilder status,
    ChainSnapshots snapshots,
    IOptions<FeedReporterOptions> options,
    IOptions<PublishingOptions> api,
    TimeProvider time,
    BotMetrics metrics,
    ILogger<FeedReporter> logger) : BackgroundService
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "api-feed";

    private int _failures;

    /// <summary>Sends one report.</summary>
    /// <returns>How long to wait before the next.</returns>
    internal async Task<TimeSpan> ReportAsync(CancellationToken stop)
    {
        try
        {
            var report = new FeedReport(status.Build(), snapshots.TakeChanged());
            using var client = clients.CreateClient(ClientName);
            using var response = await client.PostAsJsonAsync("feed", report, ContractsJson.Default.FeedReport, stop);
            response.EnsureSuccessStatusCode();
            if (_failures > 0)
            {
                BotHostLog.ReportsResumed(logger, _failures);
                _failures = 0;
            }

            return options.Value.FeedInterval;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            metrics.Errors.Add(BotErrors.FeedReport);
            snapshots.Repeat();
            if (_failures++ == 0)
            {
                BotHostLog.ReportFailed(logger, api.Value.ApiAddress, exception.Message.TrimEnd('.'));
            }

            return TimeSpan.FromTicks(Math.Min(options.Value.FeedBackoffMax.Ticks, options.Value.FeedInterval.Ticks << Math.Min(_failures, 16)));
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(await ReportAsync(stoppingToken), time, stoppingToken);
        }
    }
}
