using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.Bot.MarketData;

/// <summary>The gateway behind a TWS client.</summary>
/// <param name="client">The client.</param>
internal sealed class TwsMarketGateway(TwsClient client) : IMarketGateway
{
    /// <inheritdoc />
    public TwsConnectionStatus Status => client.Status;

    /// <inheritdoc />
    public Task<IReadOnlyList<ContractDetails>> RequestContractDetailsAsync(Contract contract, CancellationToken stop) =>
        client.RequestContractDetailsAsync(contract, stop);

    /// <inheritdoc />
    public Task<IReadOnlyList<OptionParameters>> RequestOptionParametersAsync(string symbol, string secType, int conId, CancellationToken stop) =>
        client.RequestOptionParametersAsync(symbol, secType, conId, stop);

    /// <inheritdoc />
    public Task<DateTimeOffset> RequestCurrentTimeAsync(CancellationToken stop) => client.RequestCurrentTimeAsync(stop);

    /// <inheritdoc />
    public IDisposable Subscribe(Contract contract, string genericTicks, int key, IMarketDataHandler handler) =>
        client.SubscribeMarketData(contract, genericTicks, key, handler);
}
