using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SpyOptions.ServiceDefaults.Health;
using SpyOptions.ServiceDefaults.Logging;
using SpyOptions.ServiceDefaults.Metrics;
using SpyOptions.ServiceDefaults.Resilience;
using SpyOptions.ServiceDefaults.Telemetry;

namespace SpyOptions.ServiceDefaults;

/// <summary>Telemetry, health, resilience and service discovery: the same in every process.</summary>
public static class ServiceDefaultsExtensions
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds the defaults to a process: clock, logs, traces, metrics, health checks, resilient HTTP clients and a shutdown of at most 5 s.</summary>
    /// <param name="builder">The process under construction.</param>
    /// <param name="telemetryNames">Names of the meters and activity sources that this process owns; the first names the service.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, params string[] telemetryNames)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfZero(telemetryNames.Length);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddConsoleLogs(telemetryNames[0]);
        builder.AddTelemetryExport(telemetryNames);
        builder.Services.AddMetricsEndpoint();
        builder.Services.AddHealthEndpoints();
        builder.Services.AddResilientHttpClients();
        return builder;
    }

    /// <summary>Maps <c>/alive</c> (the process answers), <c>/ready</c> (it can do its work), <c>/health</c> (every check) and <c>/metrics</c>.</summary>
    /// <param name="app">The built process.</param>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthEndpoints();
        app.MapMetricsEndpoint();
        return app;
    }
}
