namespace SpyOptions.Quant.Volatility;

/// <summary>What the other options of an expiry say about the volatility at one moneyness.</summary>
/// <param name="Reason">Why it is undefined; <see cref="SmileUndefined.None"/> when it is defined.</param>
/// <param name="Volatility">Fitted implied volatility, 0.20 = 20 % a year; 0 when undefined.</param>
/// <param name="Uncertainty">Standard error of the fitted volatility, from the bid-ask widths and the scatter of the points it was made from.</param>
/// <param name="Trust">How much this point itself counted in the fits of others, from 0 (taken for an outlier) to 1.</param>
/// <param name="Points">Points the fit was made from.</param>
public readonly record struct SmileEstimate(SmileUndefined Reason, double Volatility, double Uncertainty, double Trust, int Points)
{
    /// <summary>Whether there is an estimate.</summary>
    public bool IsDefined => Reason == SmileUndefined.None;

    /// <summary>No estimate, for a reason.</summary>
    public static SmileEstimate Undefined(SmileUndefined reason) => new(reason, 0, 0, 0, 0);
}
