using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpyOptions.Api.Storage;

/// <summary>Ready while the database answers.</summary>
internal sealed class DatabaseHealthCheck(SignalReader reader) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var data = new Dictionary<string, object> { ["newestSequence"] = reader.NewestSequence() };
            return Task.FromResult(HealthCheckResult.Healthy("The database answers.", data));
        }
        catch (SqliteException exception)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The database does not answer.", exception));
        }
    }
}
