using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SpyOptions.ServiceDefaults;

/// <summary>Telemetry, health, resilience and service discovery: the same in every process.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Adds the defaults to a process.</summary>
    /// <param name="builder">The process under construction.</param>
    /// <param name="telemetryNames">Names of the meters and activity sources that this process owns.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, params string[] telemetryNames)
    {
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>Maps <c>/alive</c>, <c>/ready</c>, <c>/health</c> and <c>/metrics</c>.</summary>
    /// <param name="app">The built process.</param>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.MapHealthChecks("/health");
        return app;
    }
}
