namespace SpyOptions.Quant.Pricing;

/// <summary>
/// The standard normal distribution. The tail is accurate in the relative sense down to about 1e-308, because it is built on the
/// complementary error function and not on one minus something.
/// </summary>
public static class NormalDistribution
{
    private const double InverseRootTwo = 0.70710678118654752440;
    private const double InverseRootTwoPi = 0.39894228040143267794;

    /// <summary>Density at <paramref name="x"/>.</summary>
    /// <param name="x">Standard deviations from the mean.</param>
    public static double Density(double x) => InverseRootTwoPi * Math.Exp(-0.5 * x * x);

    /// <summary>Probability of a draw at or below <paramref name="x"/>, from 0 to 1.</summary>
    /// <param name="x">Standard deviations from the mean.</param>
    public static double Cumulative(double x) => 0.5 * ErrorFunction.Complementary(-x * InverseRootTwo);
}
