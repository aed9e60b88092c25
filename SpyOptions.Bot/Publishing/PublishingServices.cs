using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection;

namespace SpyOptions.Bot.Publishing;

/// <summary>Puts the publishing stage into a container.</summary>
internal static class PublishingServices
{
    /// <summary>Adds the outbox and its publisher. Call it before <c>AddDetection</c>: services stop in reverse, so detection stops before its outbox.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PublishingOptions, PublishingOptionsValidator>().BindConfiguration(PublishingOptions.Section)
            .Validate(options => options.RetryMax >= options.RetryMin, $"{PublishingOptions.Section}:{nameof(PublishingOptions.RetryMax)} must not be below {nameof(PublishingOptions.RetryMin)}.")
            .Validate(options => options.ApiAddress.IsAbsoluteUri, $"{PublishingOptions.Section}:{nameof(PublishingOptions.ApiAddress)} must be absolute.");
        services.AddHttpClient(SignalSender.ClientName)
            .ConfigureHttpClient((provider, client) => SignalSender.Configure(provider.GetRequiredService<IOptions<PublishingOptions>>().Value, client));
        services.AddSingleton<PublishingMetrics>();
        services.AddSingleton<SignalSender>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<ISignalSink>(provider => provider.GetRequiredService<Outbox>());
        services.AddSingleton<IOutboxStatus>(provider => provider.GetRequiredService<Outbox>());
        services.AddHostedService<OutboxPublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<Outbox>());
        return services;
    }
}

/// <summary>Checks the bounds of <see cref="PublishingOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class PublishingOptionsValidator : IValidateOptions<PublishingOptions>;
