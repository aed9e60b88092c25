using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SpyOptions.Api.Telemetry;

namespace SpyOptions.Api.Storage;

/// <summary>Keeps the store bounded by count and age.</summary>
internal sealed class RetentionService(SignalStore store, IOptions<ApiOptions> options, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.RetentionIntervalSeconds), time);
        try
        {
            do
            {
                await RunOnceAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops: the next start continues.
        }
    }

    private async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            var before = time.GetUtcNow().AddDays(-options.Value.SignalAgeDaysMax);
            var removed = await store.TrimAsync(before, options.Value.SignalsMax, stoppingToken);
            if (removed > 0)
            {
                ApiLog.RetentionRan(logger, removed);
            }
        }
        catch (SqliteException exception)
        {
            ApiLog.RetentionFailed(logger, exception);
        }
    }
}
