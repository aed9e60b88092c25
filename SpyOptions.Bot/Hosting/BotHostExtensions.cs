using Microsoft.Extensions.Options;
using SpyOptions.Bot.Telemetry;

namespace SpyOptions.Bot.Hosting;

/// <summary>Adds what the process itself needs beside its stages: metrics, readiness, feed reports.</summary>
internal static class BotHostExtensions
{
    private const string ReadyTag = "ready";

    /// <summary>Adds the metrics that every stage shares.</summary>
    public static IServiceCollection AddBotTelemetry(this IServiceCollection services) =>
        services.AddMetrics().AddSingleton<HopLatencies>().AddSingleton<BotMetrics>();

    /// <summary>Adds readiness and the feed report. Needs market data and publishing.</summary>
    public static IServiceCollection AddFeedReports(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<FeedReporterOptions>().BindConfiguration(FeedReporterOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.ApiAddress is { IsAbsoluteUri: true }, $"{FeedReporterOptions.Section}:{nameof(FeedReporterOptions.ApiAddress)} must be an absolute address.");
        services.AddHttpClient(FeedReporter.ClientName, (provider, client) =>
            FeedReporter.Configure(provider.GetRequiredService<IOptions<FeedReporterOptions>>().Value, client));
        services.AddSingleton<FeedStatusBuilder>();
        services.AddSingleton<ChainSnapshots>();
        services.AddSingleton<FeedReporter>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedReporter>());
        services.AddHealthChecks().AddCheck<BotReadiness>("bot", tags: [ReadyTag]);
        return services;
    }
}
