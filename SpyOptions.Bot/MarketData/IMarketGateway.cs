using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.Bot.MarketData;

/// <summary>What market data asks of the gateway. Failures come as <see cref="TwsRequestException"/>.</summary>
internal interface IMarketGateway
{
    /// <summary>State of the connection.</summary>
    TwsConnectionStatus Status { get; }

    /// <summary>Asks for every contract that fits a partly filled one.</summary>
    Task<IReadOnlyList<ContractDetails>> RequestContractDetailsAsync(Contract contract, CancellationToken stop);

    /// <summary>Asks for expiries and strikes by exchange and trading class.</summary>
    Task<IReadOnlyList<OptionParameters>> RequestOptionParametersAsync(string symbol, string secType, int conId, CancellationToken stop);

    /// <summary>Asks for the broker's time, whole seconds.</summary>
    Task<DateTimeOffset> RequestCurrentTimeAsync(CancellationToken stop);

    /// <summary>Takes a market data line until it is disposed.</summary>
    IDisposable Subscribe(Contract contract, string genericTicks, int key, IMarketDataHandler handler);
}
