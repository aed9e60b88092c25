using SpyOptions.PaperGateway.Market;
using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>Answers requests about contracts.</summary>
internal sealed class ContractRequests(ContractCatalog catalog, IMarket market)
{
    /// <summary>The reason of error 200 when nothing fits.</summary>
    public const string UnknownContract = "No security definition has been found for the request";

    /// <summary>Tells the details of every contract that fits.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void Detail(ClientSession client, ContractDetailsRequest request)
    {
        var found = catalog.FindAll(request.Contract);
        if (found.Count == 0 || request.SecId.Length > 0)
        {
            client.Refuse(request.RequestId, 200, UnknownContract);
            return;
        }

        foreach (var contract in found)
        {
            client.Send(ContractDescriptions.Detail(request.RequestId, contract, catalog.Underlying.ConId, market.SessionDate));
        }

        client.Send(new ContractDetailsEnd(request.RequestId));
    }

    /// <summary>Tells the expiries and strikes of the options, once for each exchange.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void TellOptionParameters(ClientSession client, OptionParametersRequest request)
    {
        var underlying = catalog.Underlying;
        if (request.UnderlyingConId != underlying.ConId || request.UnderlyingSymbol != underlying.Symbol || request.UnderlyingSecType != underlying.SecType)
        {
            client.Refuse(request.RequestId, 200, UnknownContract);
            return;
        }

        foreach (var tradingClass in catalog.Options.GroupBy(option => (option.TradingClass, option.Multiplier)))
        {
            string[] expiries = [.. tradingClass.Select(ContractDescriptions.ExpiryText).Distinct().Order(StringComparer.Ordinal)];
            decimal[] strikes = [.. tradingClass.Select(option => option.Strike).Distinct().Order()];
            foreach (var exchange in ContractDescriptions.OptionExchanges.Split(','))
            {
                client.Send(new OptionParameters(
                    request.RequestId, exchange, underlying.ConId, tradingClass.Key.TradingClass, tradingClass.Key.Multiplier, expiries, strikes));
            }
        }

        client.Send(new OptionParametersEnd(request.RequestId));
    }

    /// <summary>Tells a price rule.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public static void TellMarketRule(ClientSession client, MarketRuleRequest request)
    {
        if (request.RuleId == ContractDescriptions.PriceRule)
        {
            client.Send(new MarketRule(request.RuleId, [new PriceIncrement(0, ContractDescriptions.PriceStep)]));
            return;
        }

        client.Refuse(-1, 321, $"Error validating request: market rule id {request.RuleId} is unknown.");
    }
}
