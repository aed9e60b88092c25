using Microsoft.Extensions.Options;
using SpyOptions.Bot.Publishing;
using SpyOptions.Bot.Telemetry;

namespace SpyOptions.Bot.Hosting;

/// <summary>Adds what the process itself needs beside its stages: metrics, readiness, feed reports.</summary>
internal static class BotHostExtensions
{
    private const string ReadyTag = "ready";
    private static readonly TimeSpan ReportTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds the metrics that every stage shares.</summary>
    public static IServiceCollection AddBotTelemetry(this IServiceCollection services) =>
        services.AddMetrics().AddSingleton<HopLatencies>().AddSingleton<BotMetrics>();

    /// <summary>Adds readiness and the feed report. Needs market data and publishing.</summary>
    public static IServiceCollection AddFeedReports(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<FeedReporterOptions>().BindConfiguration(FeedReporterOptions.Section).ValidateDataAnnotations();
#pragma warning disable EXTEXP0001 // The only way to take the default handler off one client: a report that failed is replaced by a newer one, never sent again.
        services.AddHttpClient(FeedReporter.ClientName)
            .RemoveAllResilienceHandlers()
#pragma warning restore EXTEXP0001
            .ConfigureHttpClient((provider, client) =>
            {
                SignalSender.Configure(provider.GetRequiredService<IOptions<PublishingOptions>>().Value, client);
                client.Timeout = ReportTimeout;
            });
        services.AddSingleton<FeedStatusBuilder>();
        services.AddSingleton<ChainSnapshots>();
        services.AddSingleton<FeedReporter>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedReporter>());
        services.AddHealthChecks().AddCheck<BotReadiness>("bot", tags: [ReadyTag]);
        return services;
    }
}
