using Microsoft.Extensions.Options;
using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Matching;
using SpyOptions.PaperGateway.Sessions.Requests;
using SpyOptions.Tws.Wire;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Ties the market to those who follow it, and says where clients are served.</summary>
internal sealed class TwsServer(
    IMarket market,
    ContractCatalog catalog,
    PriceHistory history,
    PaperBroker broker,
    HistoryRequests feeds,
    ClientDirectory directory,
    TwsListener listener,
    PaperGatewayAddress address,
    IOptions<GatewayOptions> options,
    ILogger<TwsServer> logger) : IHostedLifecycleService
{
    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        market.Changed += broker.OnChanged;
        market.Changed += directory.OnChanged;
        market.Changed += history.OnChanged;
        market.Changed += feeds.OnChanged;
        market.Watch(catalog.Underlying.ConId);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (listener.Options?.IPEndPoint is { } endpoint)
        {
            address.Port = endpoint.Port;
            GatewayLog.Serving(logger, endpoint.ToString(), new ServerVersionRange(ServerVersionRange.Lowest, options.Value.VersionMax), market.Name);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        market.Unwatch(catalog.Underlying.ConId);
        market.Changed -= feeds.OnChanged;
        market.Changed -= history.OnChanged;
        market.Changed -= directory.OnChanged;
        market.Changed -= broker.OnChanged;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
