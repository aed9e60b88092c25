using Scalar.AspNetCore;
using SpyOptions.Api.Live;
using SpyOptions.Api.Problems;
using SpyOptions.Api.Security;
using SpyOptions.Api.Signals;
using SpyOptions.Api.Storage;
using SpyOptions.Api.Telemetry;
using SpyOptions.Contracts;
using SpyOptions.ServiceDefaults;

namespace SpyOptions.Api;

/// <summary>Composes the API as one web application with its own container.</summary>
public static class ApiProcess
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Builds the application; nothing runs until it is started.</summary>
    /// <param name="options">Arguments, environment and content root of the process.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting of section <c>Api</c> is out of its bounds.</exception>
    public static WebApplication Build(WebApplicationOptions options) => Build(options, configure: null);

    /// <summary>Builds the application with services of the caller's choice, for example another clock.</summary>
    internal static WebApplication Build(WebApplicationOptions options, Action<IServiceCollection>? configure)
    {
        var builder = WebApplication.CreateBuilder(options);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.AddServiceDefaults(ApiActivities.SourceName);
        builder.Services.AddOptionsWithValidateOnStart<ApiOptions, ApiOptionsValidator>().BindConfiguration(ApiOptions.Section);
        builder.Services.ConfigureHttpJsonOptions(json => ContractsJson.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi();
        builder.Services.AddApiProblems().AddApiSecurity().AddSingleton<ApiMetrics>();
        AddStorage(builder.Services);
        AddLive(builder.Services);
        builder.Services.AddSingleton<SignalValidator>().AddSingleton<SignalIngest>();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseExceptionHandler().UseStatusCodePages();
        app.UseOriginAllowList();
        app.UseCors().UseRateLimiter().UseAuthentication().UseAuthorization();
        app.MapServiceDefaults();
        MapApi(app);
        return app;
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.AddSingleton<Database>().AddSingleton<SignalStore>().AddSingleton<SignalReader>();
        services.AddHostedService<Migrator>().AddHostedService<RetentionService>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database", tags: ["ready"]);
    }

    private static void AddLive(IServiceCollection services)
    {
        services.AddSingleton<FeedStore>().AddSingleton<FeedValidator>().AddSingleton<ChainWatchers>();
        services.AddSingleton<SignalStreams>().AddSingleton<StreamEndpoint>();
        services.AddSingleton<SignalBroadcaster>().AddHostedService(provider => provider.GetRequiredService<SignalBroadcaster>());
        services.AddSingleton<FeedBroadcaster>().AddHostedService(provider => provider.GetRequiredService<FeedBroadcaster>());
        services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
            hub.MaximumReceiveMessageSize = 16 * 1024;
            hub.MaximumParallelInvocationsPerClient = 1;
        }).AddJsonProtocol(json => ContractsJson.Configure(json.PayloadSerializerOptions));
    }

    private static void MapApi(WebApplication app)
    {
        const int ReceiveBytesMax = 32 * 1024;
        const int SendBytesMax = 1024 * 1024;
        app.MapSignals();
        app.MapFeed();
        StreamEndpoint.Map(app);
        app.MapHub<SignalsHub>(SignalsHub.Path, connection =>
        {
            connection.ApplicationMaxBufferSize = ReceiveBytesMax;
            connection.TransportMaxBufferSize = SendBytesMax;
        });
        app.MapOpenApi();
        app.MapScalarApiReference("/scalar", reference => reference.WithTitle("SPY Options API"));
    }
}
