namespace SpyOptions.Quant.Volatility;

/// <summary>A forward implied by put-call parity, or the reason why there is none.</summary>
/// <param name="Reason">Why it is undefined; <see cref="SmileUndefined.None"/> when it is defined.</param>
/// <param name="Forward">Forward, USD; 0 when undefined.</param>
/// <param name="Dispersion">Spread of the votes as a standard deviation, USD.</param>
/// <param name="Pairs">Pairs that voted.</param>
public readonly record struct ParityForwardFit(SmileUndefined Reason, double Forward, double Dispersion, int Pairs)
{
    /// <summary>Whether there is a forward.</summary>
    public bool IsDefined => Reason == SmileUndefined.None;

    /// <summary>No forward, for a reason.</summary>
    public static ParityForwardFit Undefined(SmileUndefined reason) => new(reason, 0, 0, 0);
}
