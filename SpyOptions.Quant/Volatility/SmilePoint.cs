namespace SpyOptions.Quant.Volatility;

/// <summary>One option on a smile.</summary>
/// <param name="Moneyness">ln(strike / forward).</param>
/// <param name="Volatility">Implied volatility of the mid, 0.20 = 20 % a year.</param>
/// <param name="HalfWidth">Half of ask IV minus bid IV, in the unit of the volatility, at least 0.</param>
public readonly record struct SmilePoint(double Moneyness, double Volatility, double HalfWidth)
{
    /// <summary>Whether every number is finite and in its domain.</summary>
    public bool IsUsable => double.IsFinite(Moneyness) && double.IsFinite(Volatility) && Volatility > 0 && double.IsFinite(HalfWidth) && HalfWidth >= 0;
}
