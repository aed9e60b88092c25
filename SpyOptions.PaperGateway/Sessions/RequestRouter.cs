using System.Text;
using Microsoft.Extensions.Options;
using SpyOptions.PaperGateway.Sessions.Requests;
using SpyOptions.Tws.Messages.Account;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Reads a client's messages and hands each to whoever answers it. A message that cannot be read never ends the session.</summary>
internal sealed class RequestRouter(
    SessionRequests sessions,
    ContractRequests contracts,
    MarketDataRequests marketData,
    HistoryRequests history,
    OrderRequests orders,
    AccountRequests accounts,
    IOptions<GatewayOptions> options,
    GatewayMetrics metrics,
    ILogger<RequestRouter> logger)
{
    private const int UnknownTextMax = 40;

    private readonly WireCounters counters = new();
    private readonly GatewayOptions options = options.Value;

    /// <summary>Handles one message.</summary>
    /// <param name="client">Who sent it.</param>
    /// <param name="payload">The payload of its frame.</param>
    /// <param name="rate">How fast the client sends.</param>
    public void Handle(ClientSession client, ReadOnlySpan<byte> payload, MessageRate rate)
    {
        if (!IsWithinRate(client, rate))
        {
            return;
        }

        try
        {
            if (RequestDecoder.Read(payload, client.ServerVersion, counters) is { } request)
            {
                metrics.Request(request.GetType().Name);
                Handle(client, request);
                return;
            }

            metrics.Unknown();
            GatewayLog.RequestUnknown(logger, client.Name, Encoding.Latin1.GetString(payload[..Math.Min(payload.Length, UnknownTextMax)]).Replace('\0', '|'));
        }
        catch (TwsProtocolException fault)
        {
            metrics.Malformed(fault.Field ?? "message");
            GatewayLog.RequestMalformed(logger, client.Name, fault.Message);
            client.Refuse(ErrorNotice.NoId, 320, $"Error reading request. {fault.Message}");
        }
    }

    /// <summary>Forgets what a client subscribed to outside its own lines.</summary>
    /// <param name="client">The client, which is gone.</param>
    public void Forget(ClientSession client)
    {
        history.Forget(client);
        accounts.Forget(client);
    }

    private bool IsWithinRate(ClientSession client, MessageRate rate)
    {
        var verdict = rate.Count();
        if (verdict is RateVerdict.Warn or RateVerdict.Disconnect)
        {
            var limit = options.MessagesPerSecondMax;
            GatewayLog.RateExceeded(logger, client.Name, limit, rate.Strikes);
            client.Refuse(ErrorNotice.NoId, 100, $"Max rate of messages per second has been exceeded: max={limit}, strike {rate.Strikes} of {options.RateStrikesMax}");
        }

        if (verdict is RateVerdict.Disconnect)
        {
            client.End("message rate");
        }

        return verdict is RateVerdict.Accept;
    }

    private void Handle(ClientSession client, IRequest request)
    {
        if (request is StartApiRequest start)
        {
            sessions.Start(client, start);
            return;
        }

        if (client.ClientId is not { } clientId)
        {
            client.Refuse(ErrorNotice.NoId, 321, "Error validating request: startApi has to come first.");
            return;
        }

        switch (request)
        {
            case CurrentTimeRequest: sessions.TellTime(client); break;
            case IdsRequest: sessions.TellNextOrderId(client); break;
            case ManagedAccountsRequest: sessions.TellAccounts(client); break;
            case ServerLogLevelRequest: break;
            case ContractDetailsRequest details: contracts.Detail(client, details); break;
            case OptionParametersRequest parameters: contracts.TellOptionParameters(client, parameters); break;
            case MarketRuleRequest rule: ContractRequests.TellMarketRule(client, rule); break;
            case MarketDataTypeRequest: break;
            case MarketDataRequest data: marketData.Subscribe(client, data); break;
            case CancelMarketDataRequest cancel: MarketDataRequests.Cancel(client, cancel); break;
            case TickByTickRequest ticks: history.SubscribeTicks(client, ticks); break;
            case CancelTickByTickRequest cancel: history.Cancel(client, cancel.RequestId, FeedKind.Ticks); break;
            case RealTimeBarsRequest bars: history.SubscribeBars(client, bars); break;
            case CancelRealTimeBarsRequest cancel: history.Cancel(client, cancel.RequestId, FeedKind.Bars); break;
            case HistoricalDataRequest past: history.Tell(client, past); break;
            case CancelHistoricalDataRequest cancel: history.Cancel(client, cancel.RequestId, FeedKind.History); break;
            case PlaceOrderRequest place: orders.Place(client, clientId, place); break;
            case CancelOrderRequest cancel: orders.Cancel(client, clientId, cancel.OrderId); break;
            case GlobalCancelRequest: orders.CancelAll(); break;
            case OpenOrdersRequest: orders.TellOpen(client, clientId); break;
            case AllOpenOrdersRequest: orders.TellOpen(client, null); break;
            case AutoOpenOrdersRequest: OrderRequests.BindManual(client, clientId); break;
            case ExecutionsRequest executions: orders.TellExecutions(client, executions); break;
            case CompletedOrdersRequest: client.Send(new CompletedOrdersEnd()); break;
            case PositionsRequest: accounts.SubscribePositions(client); break;
            case CancelPositionsRequest: client.Subscriptions.Positions = false; break;
            case AccountSummaryRequest summary: accounts.SubscribeSummary(client, summary); break;
            case CancelAccountSummaryRequest cancel: accounts.CancelSummary(client, cancel.RequestId); break;
            case AccountUpdatesRequest updates: accounts.SubscribeUpdates(client, updates); break;
            case AccountUpdatesMultiRequest updates: accounts.TellMulti(client, updates); break;
            default: metrics.Unknown(); break;
        }
    }
}
