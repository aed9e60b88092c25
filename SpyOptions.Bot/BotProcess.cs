using SpyOptions.Bot.Detection;
using SpyOptions.Bot.Hosting;
using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Publishing;
using SpyOptions.Bot.Telemetry;
using SpyOptions.ServiceDefaults;
using SpyOptions.Tws.Client;

namespace SpyOptions.Bot;

/// <summary>Composes the bot as one web application with its own container.</summary>
public static class BotProcess
{
    private const string UrlsDefault = "http://*:8080";

    /// <summary>Builds the application; nothing runs until it is started.</summary>
    /// <param name="options">Arguments, environment and content root of the process.</param>
    public static WebApplication Build(WebApplicationOptions options)
    {
        var builder = WebApplication.CreateBuilder(options);
        builder.AddServiceDefaults(BotTracing.Name, TwsClientMetrics.MeterName);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(UrlsDefault);
        }

        builder.Services.AddBotTelemetry();
        builder.Services.AddMarketData();
        builder.Services.AddPublishing();
        builder.Services.AddDetection();
        builder.Services.AddFeedReports();
        var app = builder.Build();
        app.Services.GetRequiredService<BotMetrics>();
        app.MapServiceDefaults();
        return app;
    }
}
