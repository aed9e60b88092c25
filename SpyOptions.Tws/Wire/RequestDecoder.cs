using SpyOptions.Tws.Messages.Account;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tws.Wire;

/// <summary>Decodes what a client sends.</summary>
public static class RequestDecoder
{
    /// <summary>Decodes one request.</summary>
    /// <param name="payload">The payload of one frame.</param>
    /// <param name="serverVersion">The negotiated version.</param>
    /// <param name="counters">Where unknown ids, surplus fields and malformed requests are counted.</param>
    /// <returns>The request, or null when its id is unknown.</returns>
    /// <exception cref="TwsProtocolException">The request could not be decoded; it was counted.</exception>
    public static IRequest? Read(ReadOnlySpan<byte> payload, int serverVersion, WireCounters counters)
    {
        ArgumentNullException.ThrowIfNull(counters);
        var reader = new FieldReader(payload, serverVersion);
        try
        {
            var request = Read(reader.ReadMessageId(), ref reader);
            if (request is null)
            {
                counters.AddUnknownMessage();
            }
            else if (!reader.AtEnd)
            {
                counters.AddSurplusFields(reader.Remaining);
            }

            return request;
        }
        catch (TwsProtocolException)
        {
            counters.AddMalformedMessage();
            throw;
        }
    }

    private static IRequest? Read(int messageId, ref FieldReader reader)
    {
        switch (messageId)
        {
            case StartApiRequest.MessageId: return StartApiRequest.Read(ref reader);
            case CurrentTimeRequest.MessageId: return CurrentTimeRequest.Read(ref reader);
            case IdsRequest.MessageId: return IdsRequest.Read(ref reader);
            case ManagedAccountsRequest.MessageId: return ManagedAccountsRequest.Read(ref reader);
            case ServerLogLevelRequest.MessageId: return ServerLogLevelRequest.Read(ref reader);
            case ContractDetailsRequest.MessageId: return ContractDetailsRequest.Read(ref reader);
            case OptionParametersRequest.MessageId: return OptionParametersRequest.Read(ref reader);
            case MarketRuleRequest.MessageId: return MarketRuleRequest.Read(ref reader);
            case MarketDataRequest.MessageId: return MarketDataRequest.Read(ref reader);
            case CancelMarketDataRequest.MessageId: return CancelMarketDataRequest.Read(ref reader);
            case MarketDataTypeRequest.MessageId: return MarketDataTypeRequest.Read(ref reader);
            case TickByTickRequest.MessageId: return TickByTickRequest.Read(ref reader);
            case CancelTickByTickRequest.MessageId: return CancelTickByTickRequest.Read(ref reader);
            case RealTimeBarsRequest.MessageId: return RealTimeBarsRequest.Read(ref reader);
            case CancelRealTimeBarsRequest.MessageId: return CancelRealTimeBarsRequest.Read(ref reader);
            case HistoricalDataRequest.MessageId: return HistoricalDataRequest.Read(ref reader);
            case CancelHistoricalDataRequest.MessageId: return CancelHistoricalDataRequest.Read(ref reader);
            case PlaceOrderRequest.MessageId: return PlaceOrderRequest.Read(ref reader);
            case CancelOrderRequest.MessageId: return CancelOrderRequest.Read(ref reader);
            case GlobalCancelRequest.MessageId: return GlobalCancelRequest.Read(ref reader);
            case OpenOrdersRequest.MessageId: return OpenOrdersRequest.Read(ref reader);
            case AllOpenOrdersRequest.MessageId: return AllOpenOrdersRequest.Read(ref reader);
            case AutoOpenOrdersRequest.MessageId: return AutoOpenOrdersRequest.Read(ref reader);
            case ExecutionsRequest.MessageId: return ExecutionsRequest.Read(ref reader);
            case CompletedOrdersRequest.MessageId: return CompletedOrdersRequest.Read(ref reader);
            case PositionsRequest.MessageId: return PositionsRequest.Read(ref reader);
            case CancelPositionsRequest.MessageId: return CancelPositionsRequest.Read(ref reader);
            case AccountSummaryRequest.MessageId: return AccountSummaryRequest.Read(ref reader);
            case CancelAccountSummaryRequest.MessageId: return CancelAccountSummaryRequest.Read(ref reader);
            case AccountUpdatesRequest.MessageId: return AccountUpdatesRequest.Read(ref reader);
            case AccountUpdatesMultiRequest.MessageId: return AccountUpdatesMultiRequest.Read(ref reader);
            default: return null;
        }
    }
}
