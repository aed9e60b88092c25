using Microsoft.Extensions.Options;
using SpyOptions.PaperGateway.Matching;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>Answers requests for streaming market data and snapshots.</summary>
internal sealed class MarketDataRequests(ContractCatalog catalog, IOptions<GatewayOptions> options)
{
    private const int Live = 1;
    private const string BestQuoteExchanges = "9c0001";
    private const int SnapshotPermissions = 3;

    /// <summary>Starts a line, or refuses it.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void Subscribe(ClientSession client, MarketDataRequest request)
    {
        var id = request.RequestId;
        if (client.Lines.Contains(id))
        {
            client.Refuse(id, 322, "Error processing request: Duplicate ticker id");
            return;
        }

        if (!TryReadTicks(client, request, out var genericTicks) || !TryFindLegs(client, id, request.Contract, out var legs))
        {
            return;
        }

        if (!request.Snapshot && client.Lines.Count >= options.Value.LinesMax)
        {
            client.Refuse(id, 101, "Max number of tickers has been reached");
            return;
        }

        client.Send(new TickRequestParameters(id, ContractDescriptions.PriceStep, BestQuoteExchanges, SnapshotPermissions));
        client.Send(new MarketDataTypeNotice(id, Live));
        client.Lines.Start(new MarketDataLine(id, legs, genericTicks, request.Snapshot));
    }

    /// <summary>Ends a line.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public static void Cancel(ClientSession client, CancelMarketDataRequest request)
    {
        if (!client.Lines.Cancel(request.RequestId))
        {
            client.Refuse(request.RequestId, 300, $"Can't find EId with tickerId:{request.RequestId}");
        }
    }

    private bool TryFindLegs(ClientSession client, int id, Contract contract, out IReadOnlyList<OrderLeg> legs)
    {
        if (LegFinder.TryFind(catalog, contract, out legs, out var problem))
        {
            return true;
        }

        client.Refuse(id, 200, problem);
        return false;
    }

    private static bool TryReadTicks(ClientSession client, MarketDataRequest request, out GenericTicks ticks)
    {
        if (!GenericTickList.TryParse(request.GenericTicks, out ticks, out var illegal))
        {
            var kind = request.Contract.SecType;
            client.Refuse(
                request.RequestId,
                321,
                $"Error validating request.-'bN' : cause - Incorrect generic tick list of {request.GenericTicks}.  Legal ones for ({kind}) are: {GenericTickList.LegalText}");
            return false;
        }

        if (request.Snapshot && request.GenericTicks.Length > 0)
        {
            client.Refuse(request.RequestId, 321, "Error validating request: Snapshot market data subscription is not applicable to generic ticks");
            return false;
        }

        return true;
    }
}
