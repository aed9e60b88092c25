using Microsoft.Extensions.DependencyInjection;

namespace SpyOptions.ServiceDefaults.Resilience;

/// <summary>Every client of <c>IHttpClientFactory</c> finds its service by name and survives short failures.</summary>
internal static class ResilienceExtensions
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(10);
    private const int RetriesMax = 2;

    /// <summary>Adds service discovery and the standard resilience handler: at most 3 attempts of 4 s each within 10 s.</summary>
    /// <remarks>Every method is retried, POST too: what this platform posts is idempotent by id or replaces the older value.</remarks>
    public static IServiceCollection AddResilientHttpClients(this IServiceCollection services)
    {
        services.AddServiceDiscovery();
        return services.ConfigureHttpClientDefaults(http =>
        {
            http.AddServiceDiscovery();
            http.AddStandardResilienceHandler(resilience =>
            {
                resilience.AttemptTimeout.Timeout = AttemptTimeout;
                resilience.TotalRequestTimeout.Timeout = TotalTimeout;
                resilience.Retry.MaxRetryAttempts = RetriesMax;
                resilience.Retry.Delay = TimeSpan.FromMilliseconds(200);
                resilience.CircuitBreaker.SamplingDuration = 3 * AttemptTimeout;
                resilience.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(2);
            });
        });
    }
}
