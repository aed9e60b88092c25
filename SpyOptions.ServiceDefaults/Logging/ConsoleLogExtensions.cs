using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SpyOptions.ServiceDefaults.Logging;

/// <summary>Logs on standard output: one JSON object a line, and readable lines in Development.</summary>
internal static class ConsoleLogExtensions
{
    /// <summary>Replaces the default providers by the one console.</summary>
    public static WebApplicationBuilder AddConsoleLogs(this WebApplicationBuilder builder, string service)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.Warning);
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
}
