namespace SpyOptions.PaperGateway.Matching;

/// <summary>Remembers how much of what a quote displays was already taken, so that no size is sold twice. Not thread-safe.</summary>
internal sealed class DisplayedSizes
{
    private readonly Dictionary<(int ConId, bool IsBuy), (ComboPrice Shown, decimal Taken)> taken = [];

    /// <summary>How much is left at a side.</summary>
    /// <param name="conId">The contract.</param>
    /// <param name="isBuy">Whether the ask is taken, or the bid.</param>
    /// <param name="shown">What is displayed now.</param>
    /// <returns>The size left.</returns>
    public decimal Left(int conId, bool isBuy, ComboPrice shown) =>
        taken.TryGetValue((conId, isBuy), out var known) && known.Shown == shown ? shown.Size - known.Taken : shown.Size;

    /// <summary>Takes from a side.</summary>
    /// <param name="conId">The contract.</param>
    /// <param name="isBuy">Whether the ask is taken, or the bid.</param>
    /// <param name="shown">What is displayed now.</param>
    /// <param name="quantity">How much is taken.</param>
    public void Take(int conId, bool isBuy, ComboPrice shown, decimal quantity) =>
        taken[(conId, isBuy)] = (shown, shown.Size - Left(conId, isBuy, shown) + quantity);
}
