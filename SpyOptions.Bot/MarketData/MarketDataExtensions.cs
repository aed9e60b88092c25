using Microsoft.Extensions.Options;
using SpyOptions.Tws.Client;

namespace SpyOptions.Bot.MarketData;

/// <summary>Adds the market data stage.</summary>
internal static class MarketDataExtensions
{
    /// <summary>Section of the connection's settings.</summary>
    public const string GatewaySection = "Bot:Gateway";

    /// <summary>Adds the connection to the gateway and everything from ticks to the hand-over.</summary>
    public static IServiceCollection AddMarketData(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<TwsClientOptions>().BindConfiguration(GatewaySection).ValidateDataAnnotations()
            .Validate(options => options.VersionMax >= options.VersionMin, $"{GatewaySection}:{nameof(TwsClientOptions.VersionMax)} must not be below {nameof(TwsClientOptions.VersionMin)}.")
            .Validate(options => options.BackoffMax >= options.BackoffMin, $"{GatewaySection}:{nameof(TwsClientOptions.BackoffMax)} must not be below {nameof(TwsClientOptions.BackoffMin)}.");
        services.AddOptionsWithValidateOnStart<MarketDataOptions>().BindConfiguration(MarketDataOptions.Section).ValidateDataAnnotations()
            .Validate(
                options => options.DiscoveryRetryMax >= options.DiscoveryRetryMin,
                $"{MarketDataOptions.Section}:{nameof(MarketDataOptions.DiscoveryRetryMax)} must not be below {nameof(MarketDataOptions.DiscoveryRetryMin)}.");
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TwsClientOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MarketDataOptions>>().Value);
        services.AddSingleton<TwsClient>();
        services.AddSingleton<IMarketGateway, TwsMarketGateway>();
        services.AddSingleton<MarketClock>();
        services.AddSingleton<IMarketTime>(provider => provider.GetRequiredService<MarketClock>());
        services.AddSingleton(provider => new ChainState(provider.GetRequiredService<MarketDataOptions>().Underlying, provider.GetRequiredService<IMarketTime>()));
        services.AddSingleton(provider => new QuoteChanges(provider.GetRequiredService<MarketDataOptions>().ChangesMax));
        services.AddSingleton<FeedPulse>();
        services.AddSingleton<FeedMonitor>();
        services.AddSingleton<TickDesk>();
        services.AddSingleton<ChainDiscovery>();
        services.AddSingleton<LineKeeper>();
        return services.AddHostedService<MarketDataService>();
    }
}
