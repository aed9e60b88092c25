namespace SpyOptions.PaperGateway.Matching;

/// <summary>A position and what it is worth.</summary>
/// <param name="Holding">The position.</param>
/// <param name="Price">The price that it is valued at, USD per unit.</param>
internal readonly record struct ValuedHolding(Holding Holding, decimal Price)
{
    /// <summary>The value, USD; negative when sold short.</summary>
    public decimal Value => Price * Holding.Multiplier * Holding.Quantity;

    /// <summary>The profit since it was opened, USD.</summary>
    public decimal UnrealizedPnl => Value - (Holding.AverageCost * Holding.Quantity);
}
