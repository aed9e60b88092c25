namespace SpyOptions.Tws.Messages.Orders;

/// <summary>A soft dollar tier. Orders carry the first two fields, replies all three.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
/// <param name="DisplayName">The name for display.</param>
public sealed record SoftDollarTier(string Name = "", string Value = "", string DisplayName = "")
{
    /// <summary>No tier.</summary>
    public static SoftDollarTier None { get; } = new();
}
