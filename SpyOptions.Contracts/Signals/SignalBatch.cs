namespace SpyOptions.Contracts.Signals;

/// <summary>Body of <c>POST /signals</c>.</summary>
/// <param name="Signals">From 1 to <see cref="CountMax"/> signals.</param>
public sealed record SignalBatch(IReadOnlyList<Signal> Signals)
{
    /// <summary>Most signals in one batch.</summary>
    public const int CountMax = 200;
}
