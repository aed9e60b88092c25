using SpyOptions.PaperGateway.Market;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>A contract within a combo, or alone.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Ratio">How many of it per combo, at least 1.</param>
/// <param name="IsBuy">Whether buying the combo buys it.</param>
internal readonly record struct OrderLeg(ListedContract Contract, int Ratio, bool IsBuy);
