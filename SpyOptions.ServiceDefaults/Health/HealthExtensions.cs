using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpyOptions.ServiceDefaults.Health;

/// <summary>The three health endpoints: a check says by its tag where it counts.</summary>
internal static class HealthExtensions
{
    private const string AliveTag = "alive";
    private const string ReadyTag = "ready";

    /// <summary>Adds health checks and the one that says that the process answers.</summary>
    public static IServiceCollection AddHealthEndpoints(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy("The process answers."), [AliveTag]);
        return services;
    }

    /// <summary>Maps <c>/alive</c>, <c>/ready</c> and <c>/health</c>: 200, or 503 when a check is unhealthy.</summary>
    public static void MapHealthEndpoints(this WebApplication app)
    {
        Map("/alive", AliveTag);
        Map("/ready", ReadyTag);
        Map("/health", tag: null);

        void Map(string path, string? tag) => app.MapHealthChecks(path, new HealthCheckOptions
        {
            Predicate = check => tag is null || check.Tags.Contains(tag),
            ResponseWriter = HealthResponse.WriteAsync,
        }).DisableHttpMetrics();
    }
}
