using SpyOptions.PaperGateway.Market;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>A position.</summary>
/// <param name="Contract">What is held.</param>
/// <param name="Quantity">How many; negative when sold short.</param>
/// <param name="AverageCost">What one contract cost, USD: multiplier and commission included.</param>
internal readonly record struct Holding(ListedContract Contract, decimal Quantity, decimal AverageCost)
{
    /// <summary>Units per contract: 100 for an option, 1 for a stock.</summary>
    public decimal Multiplier => MultiplierOf(Contract);

    /// <summary>Units per contract: 100 for an option, 1 for a stock.</summary>
    /// <param name="contract">The contract.</param>
    /// <returns>The units.</returns>
    public static decimal MultiplierOf(ListedContract contract) => contract.IsOption ? 100m : 1m;
}
