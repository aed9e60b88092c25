using SpyOptions.PaperGateway.Matching;
using SpyOptions.PaperGateway.Sessions.Requests;
using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Finds what a request names: one contract, or the legs of a combo.</summary>
internal static class LegFinder
{
    /// <summary>The most legs of a combo.</summary>
    public const int LegsMax = 6;

    /// <summary>Finds the legs.</summary>
    /// <param name="catalog">What is listed.</param>
    /// <param name="contract">What the client named.</param>
    /// <param name="legs">The legs; one for a single contract.</param>
    /// <param name="problem">Why there are none, in the words of error 200.</param>
    /// <returns>Whether the contract is unambiguous and listed.</returns>
    public static bool TryFind(ContractCatalog catalog, Contract contract, out IReadOnlyList<OrderLeg> legs, out string problem)
    {
        legs = contract.IsCombo ? FindCombo(catalog, contract) : [.. catalog.FindAll(contract).Take(2).Select(found => new OrderLeg(found, 1, true))];
        problem = contract.IsCombo || legs.Count == 0
            ? ContractRequests.UnknownContract
            : "The contract description specified for " + contract.Symbol + " is ambiguous.";
        return contract.IsCombo ? legs.Count > 0 : legs.Count == 1;
    }

    private static OrderLeg[] FindCombo(ContractCatalog catalog, Contract contract)
    {
        var legs = contract.ComboLegs;
        var isSound = legs.Count is >= 2 and <= LegsMax && legs.All(leg => leg.Ratio > 0 && leg.Action is ("BUY" or "SELL") && catalog.Find(leg.ConId) is not null);
        return isSound ? [.. legs.Select(leg => new OrderLeg(catalog.Find(leg.ConId)!, leg.Ratio, leg.Action == "BUY"))] : [];
    }
}
