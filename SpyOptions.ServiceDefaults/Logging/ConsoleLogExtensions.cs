using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SpyOptions.ServiceDefaults.Logging;

/// <summary>Logs on standard output: one JSON object a line, and readable lines in Development.</summary>
internal static class ConsoleLogExtensions
{
    private static readonly Dictionary<string, LogLevel> Levels = new()
    {
        ["Microsoft.AspNetCore"] = LogLevel.Warning,
        ["System.Net.Http.HttpClient"] = LogLevel.Warning,

        // A failed start is one line on standard error; a background service that fails is critical.
        ["Microsoft.Extensions.Hosting.Internal.Host"] = LogLevel.Critical,

        // Whoever sends a request says once that the other side is away; each attempt and each poll of a probe would say it again.
        ["Polly"] = LogLevel.None,
        ["Microsoft.Extensions.Diagnostics.HealthChecks"] = LogLevel.None,
    };

    /// <summary>Replaces the default providers by the one console.</summary>
    public static WebApplicationBuilder AddConsoleLogs(this WebApplicationBuilder builder, string service)
    {
        builder.Logging.ClearProviders();
        builder.AddDefaultLevels();
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "HH:mm:ss.fff ";
            });
            return builder;
        }

        builder.Services.Configure<JsonLineOptions>(line =>
        {
            line.Service = builder.Configuration["OTEL_SERVICE_NAME"] ?? service;
            line.Pod = builder.Configuration["POD_NAME"];
            line.Namespace = builder.Configuration["POD_NAMESPACE"];
        });
        builder.Logging.AddConsole(console => console.FormatterName = JsonLineFormatter.FormatterName);
        builder.Logging.AddConsoleFormatter<JsonLineFormatter, JsonLineOptions>();
        return builder;
    }

    // As the weakest source of configuration, so that Logging:LogLevel of the environment or the command line still decides.
    private static void AddDefaultLevels(this WebApplicationBuilder builder) =>
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = Levels.Select(level => KeyValuePair.Create($"Logging:LogLevel:{level.Key}", (string?)level.Value.ToString())),
        });
}
