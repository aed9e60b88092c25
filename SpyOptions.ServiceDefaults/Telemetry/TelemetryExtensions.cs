using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SpyOptions.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs by OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal static class TelemetryExtensions
{
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] QuietPaths = ["/alive", "/ready", "/health", "/metrics"];

    /// <summary>Adds OpenTelemetry. Without an endpoint traces are still recorded (the trace id is in every log line), but nothing is exported.</summary>
    public static WebApplicationBuilder AddTelemetryExport(this WebApplicationBuilder builder, string[] telemetryNames)
    {
        var exported = !string.IsNullOrWhiteSpace(builder.Configuration[EndpointKey]);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? telemetryNames[0]))
            .WithTracing(tracing => tracing
                .AddSource(telemetryNames)
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !IsQuiet(context.Request.Path))
                .AddHttpClientInstrumentation());
        if (!exported)
        {
            return builder;
        }

        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
        });
        telemetry.WithMetrics(metrics => metrics
            .AddMeter(telemetryNames)
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddRuntimeInstrumentation());

        // Meters are process-wide; where several containers share a process each exports only its own.
        builder.Services.ConfigureOpenTelemetryMeterProvider((services, metrics) =>
        {
            var scope = services.GetRequiredService<IMeterFactory>();
            metrics.AddView(instrument => IsForeign(instrument, scope) ? MetricStreamConfiguration.Drop : null);
        });
        telemetry.UseOtlpExporter();
        return builder;
    }

    private static bool IsForeign(Instrument instrument, IMeterFactory scope) =>
        instrument.Meter.Scope is IMeterFactory && !ReferenceEquals(instrument.Meter.Scope, scope);

    private static bool IsQuiet(Microsoft.AspNetCore.Http.PathString path) =>
        Array.Exists(QuietPaths, quiet => path.StartsWithSegments(quiet, StringComparison.OrdinalIgnoreCase));
}
