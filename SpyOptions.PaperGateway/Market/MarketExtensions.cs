using Microsoft.Extensions.Options;
using SpyOptions.PaperGateway.Market.Recorded;
using SpyOptions.PaperGateway.Market.Synthetic;

namespace SpyOptions.PaperGateway.Market;

/// <summary>Registers the market.</summary>
internal static class MarketExtensions
{
    /// <summary>Adds <see cref="IMarket"/>, chosen by <see cref="MarketOptions"/>, and the loop that moves it. Needs a registered <see cref="TimeProvider"/>.</summary>
    /// <param name="builder">The application being built.</param>
    public static void AddMarket(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<MarketOptions>().BindConfiguration(MarketOptions.Section).ValidateDataAnnotations();
        builder.Services.AddSingleton<MarketMetrics>();
        builder.Services.AddSingleton<IMarket>(Open);
        builder.Services.AddHostedService<MarketLoop>();
    }

    private static IMarket Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<MarketOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        if (string.IsNullOrEmpty(options.Session))
        {
            return new SyntheticMarket(options, time);
        }

        var session = SessionFileReader.Read(options.Session);
        services.GetRequiredService<MarketMetrics>().RowsSkipped(session.Skipped);
        if (session.FirstSkipped is { } first)
        {
            var logger = services.GetRequiredService<ILogger<RecordedMarket>>();
            MarketLog.RowsSkipped(logger, session.Path, session.Skipped, session.Skipped + session.Rows.Count, first.Line, first.Field ?? "");
        }

        return new RecordedMarket(session, options.Speed, time);
    }
}
