using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Matching;
using SpyOptions.PaperGateway.Sessions.Requests;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Registers the TWS server.</summary>
internal static class TwsServerExtensions
{
    private const string DefaultUrls = "http://127.0.0.1:4080";

    /// <summary>Adds a listener for TWS clients beside the one for HTTP, and all that answers them. Needs a registered <see cref="IMarket"/>.</summary>
    /// <param name="builder">The application being built.</param>
    public static void AddTwsServer(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateDataAnnotations()
            .Validate(options => IPAddress.TryParse(options.Address, out _), $"{GatewayOptions.Section}:{nameof(GatewayOptions.Address)} must be an IP address.");
        services.AddSingleton<PaperGatewayAddress>();
        services.AddSingleton<GatewayMetrics>();
        services.AddSingleton<ClientDirectory>();
        services.AddSingleton<ContractCatalog>();
        services.AddSingleton<PriceHistory>();
        services.AddSingleton(BrokerOf);
        services.AddSingleton<SessionRequests>();
        services.AddSingleton<ContractRequests>();
        services.AddSingleton<MarketDataRequests>();
        services.AddSingleton<HistoryRequests>();
        services.AddSingleton<OrderRequests>();
        services.AddSingleton<AccountRequests>();
        services.AddSingleton<RequestRouter>();
        services.AddSingleton<TwsListener>();
        services.AddHostedService<TwsServer>();

        // The host logs a failed start with its stack and then throws it; the thrown one is reported in a line of its own.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Kestrel warns at every start that listeners in code replace the configured addresses, which are among them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        builder.WebHost.ConfigureKestrel((context, kestrel) => Listen(kestrel, context.Configuration["urls"] ?? DefaultUrls));
    }

    private static PaperBroker BrokerOf(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<GatewayOptions>>().Value;
        return new PaperBroker(services.GetRequiredService<IMarket>(), new BrokerTerms(options.Account, options.StartingCash));
    }

    // A listener in code makes Kestrel ignore the configured addresses, so these are listened to here as well, and first.
    private static void Listen(KestrelServerOptions kestrel, string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            kestrel.Listen(EndpointOf(url));
        }

        var options = kestrel.ApplicationServices.GetRequiredService<IOptions<GatewayOptions>>().Value;
        var listener = kestrel.ApplicationServices.GetRequiredService<TwsListener>();
        kestrel.Listen(IPAddress.Parse(options.Address), options.Port, listen =>
        {
            listener.Options = listen;
            listen.UseConnectionHandler<TwsConnectionHandler>();
        });
    }

    private static IPEndPoint EndpointOf(string url)
    {
        var address = BindingAddress.Parse(url);
        if (address.Scheme != "http")
        {
            throw new FormatException($"urls '{url}': only http is served.");
        }

        var host = address.Host switch
        {
            "localhost" => IPAddress.Loopback,
            "*" or "+" => IPAddress.IPv6Any,
            var text => IPAddress.TryParse(text.Trim('[', ']'), out var parsed) ? parsed : throw new FormatException($"urls '{url}': the host must be localhost, * or an IP address."),
        };
        return new IPEndPoint(host, address.Port);
    }
}
