namespace SpyOptions.Quant.Pricing;

/// <summary>
/// The complementary error function and its scaled form, by W. J. Cody, "Rational Chebyshev approximations for the error function",
/// Mathematics of Computation 23 (1969), 631-637. Relative error below 1e-15.
/// </summary>
public static class ErrorFunction
{
    private const double InverseRootPi = 0.56418958354775628695;
    private const double Small = 0.46875;

    // Arrays, not spans of constants: without optimisation the runtime makes an object for each such span.
    private static readonly double[] SmallNumerator = [1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3];

    private static readonly double[] SmallDenominator = [1.0, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3];

    private static readonly double[] MiddleNumerator =
    [
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2,
        8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
    ];

    private static readonly double[] MiddleDenominator =
    [
        1.0, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
        3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
    ];

    private static readonly double[] LargeNumerator =
        [1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4];

    private static readonly double[] LargeDenominator =
        [1.0, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3];

    /// <summary>erfc(x) = 2/sqrt(pi) times the integral of exp(-t^2) from <paramref name="x"/> to infinity; from 2 down to 0.</summary>
    /// <param name="x">Any number; NaN gives NaN.</param>
    public static double Complementary(double x)
    {
        var magnitude = Math.Abs(x);
        if (magnitude <= Small)
        {
            return 1.0 - (x * Ratio(SmallNumerator, SmallDenominator, x * x));
        }

        var tail = ExponentOfMinusSquare(magnitude) * ScaledTail(magnitude);
        return x < 0.0 ? 2.0 - tail : tail;
    }

    /// <summary>erfcx(x) = exp(x^2) erfc(x). Overflows to infinity below about -26.6.</summary>
    /// <param name="x">Any number; NaN gives NaN.</param>
    public static double ScaledComplementary(double x)
    {
        var magnitude = Math.Abs(x);
        if (magnitude <= Small)
        {
            return Math.Exp(x * x) * (1.0 - (x * Ratio(SmallNumerator, SmallDenominator, x * x)));
        }

        var tail = ScaledTail(magnitude);
        return x < 0.0 ? (2.0 / ExponentOfMinusSquare(magnitude)) - tail : tail;
    }

    private static double ScaledTail(double magnitude)
    {
        if (magnitude <= 4.0)
        {
            return Ratio(MiddleNumerator, MiddleDenominator, magnitude);
        }

        var inverseSquare = 1.0 / (magnitude * magnitude);
        return (InverseRootPi - (inverseSquare * Ratio(LargeNumerator, LargeDenominator, inverseSquare))) / magnitude;
    }

    // The argument is split on a 1/16 grid so that the square loses no digits to the exponential.
    private static double ExponentOfMinusSquare(double magnitude)
    {
        var coarse = Math.Floor(magnitude * 16.0) / 16.0;
        return Math.Exp(-coarse * coarse) * Math.Exp(-(magnitude - coarse) * (magnitude + coarse));
    }

    private static double Ratio(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, double x) => Polynomial(numerator, x) / Polynomial(denominator, x);

    private static double Polynomial(ReadOnlySpan<double> highestFirst, double x)
    {
        var value = 0.0;
        foreach (var coefficient in highestFirst)
        {
            value = (value * x) + coefficient;
        }

        return value;
    }
}
