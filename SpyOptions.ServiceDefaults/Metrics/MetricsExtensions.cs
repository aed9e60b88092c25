using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SpyOptions.ServiceDefaults.Metrics;

/// <summary>The Prometheus endpoint <c>/metrics</c>.</summary>
internal static class MetricsExtensions
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Adds the bridge from this container's meters to a registry of its own.</summary>
    public static IServiceCollection AddMetricsEndpoint(this IServiceCollection services) =>
        services.AddMetrics().AddSingleton<PrometheusBridge>();

    /// <summary>Starts the bridge and maps <c>/metrics</c>.</summary>
    public static void MapMetricsEndpoint(this WebApplication app)
    {
        var bridge = app.Services.GetRequiredService<PrometheusBridge>();
        bridge.Start();
        app.MapGet("/metrics", async (HttpContext context) =>
        {
            context.Response.ContentType = ContentType;
            await bridge.Registry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
        }).DisableHttpMetrics().ExcludeFromDescription();
    }
}
