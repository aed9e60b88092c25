using SpyOptions.Quant.Pricing;

namespace SpyOptions.Quant.Volatility;

/// <summary>
/// Implied volatility of a European option. The out-of-the-money time value is normalised by sqrt(forward x strike) and solved for the
/// total deviation sigma x sqrt(T) on the logarithm of the price, as in P. Jaeckel, "Let's be rational", Wilmott (2015): there the objective
/// is nearly linear in the far wings. The seed is the rational formula of C. Corrado and T. Miller (1996) where it exists; every step is
/// third order (Halley) and kept inside a bracket, so that the search always ends.
/// </summary>
public static class ImpliedVolatility
{
    private const int IterationsMax = 64;
    private const double DeviationMax = 64.0;

    // Steps are third order: one this small leaves an error far below a rounding, and waiting for less chases the rounding itself.
    private const double Tolerance = 1e-7;
    private const double InverseRootTwo = 0.70710678118654752440;
    private const double InverseRootTwoPi = 0.39894228040143267794;
    private const double RootTwoPi = 2.50662827463100050242;

    /// <summary>The volatility at which <see cref="Black76.Price"/> gives <paramref name="price"/>.</summary>
    /// <param name="isCall">True for a call, false for a put.</param>
    /// <param name="price">Present value of the option.</param>
    /// <param name="forward">Forward price for the expiry.</param>
    /// <param name="strike">Strike price.</param>
    /// <param name="years">Time to expiry in years.</param>
    /// <param name="discount">Present value of 1.00 paid at expiry.</param>
    /// <returns>The volatility, or the reason why it is undefined. Never throws.</returns>
    public static ImpliedVolatilityResult TryFindBlack76(bool isCall, double price, double forward, double strike, double years, double discount)
    {
        if (!double.IsFinite(price) || !IsPositive(forward) || !IsPositive(strike) || !IsPositive(discount) || !double.IsFinite(years))
        {
            return ImpliedVolatilityResult.Undefined(ImpliedVolatilityFailure.NotFinite);
        }

        if (years <= 0.0)
        {
            return ImpliedVolatilityResult.Undefined(ImpliedVolatilityFailure.NoTime);
        }

        var undiscounted = price / discount;
        if (undiscounted >= (isCall ? forward : strike))
        {
            return ImpliedVolatilityResult.Undefined(ImpliedVolatilityFailure.AboveBound);
        }

        // Parity turns an in-the-money price into that of its out-of-the-money twin, and a put into a call at the mirrored moneyness.
        var timeValue = undiscounted - Math.Max(isCall ? forward - strike : strike - forward, 0.0);
        if (timeValue <= 0.0)
        {
            return ImpliedVolatilityResult.Undefined(ImpliedVolatilityFailure.BelowIntrinsic);
        }

        var target = timeValue / Math.Sqrt(forward * strike);
        return ImpliedVolatilityResult.Of(FindDeviation(-Math.Abs(Math.Log(forward / strike)), target) / Math.Sqrt(years));
    }

    private static bool IsPositive(double value) => value > 0.0 && double.IsFinite(value);

    private static double FindDeviation(double moneyness, double target)
    {
        // The price saturates at exp(x/2). Above half of it the distance to that bound is solved for, where the price itself goes flat.
        var bound = Math.Exp(0.5 * moneyness);
        var isHigh = target > 0.5 * bound;
        var logTarget = Math.Log(isHigh ? bound - target : target);
        var (low, high) = (0.0, DeviationMax);
        var deviation = Math.Clamp(Seed(moneyness, target), 1e-10, DeviationMax);
        for (var iteration = 0; iteration < IterationsMax; iteration++)
        {
            var value = isHigh ? DistanceToBound(moneyness, deviation) : NormalisedCall(moneyness, deviation);
            var residual = Math.Log(value) - logTarget;
            var next = HalleyStep(moneyness, deviation, isHigh ? -value : value, residual);
            if (Math.Abs(next - deviation) <= Tolerance * deviation)
            {
                return next;
            }

            (low, high) = residual > 0.0 == isHigh ? (deviation, high) : (low, deviation);
            if (!(next > low && next < high))
            {
                next = high < DeviationMax ? 0.5 * (low + high) : Math.Min(2.0 * deviation, 0.5 * (low + high));
            }

            deviation = next;
        }

        return deviation;
    }

    private static double HalleyStep(double moneyness, double deviation, double value, double residual)
    {
        var h = moneyness / deviation;
        var slope = InverseRootTwoPi * Math.Exp(-0.5 * ((h * h) + (0.25 * deviation * deviation))) / value;
        var curvature = (h * h / deviation) - (0.25 * deviation) - slope;
        var newton = residual / slope;
        return deviation - (newton / (1.0 - (0.5 * newton * curvature)));
    }

    private static double Seed(double moneyness, double target)
    {
        // With the strike mirrored above the forward: forward = exp(x/2), strike = exp(-x/2), so strike - forward = -2 sinh(x/2) >= 0.
        var gap = -2.0 * Math.Sinh(0.5 * moneyness);
        var sum = 2.0 * Math.Cosh(0.5 * moneyness);
        var centre = target + (0.5 * gap);
        var square = (centre * centre) - (gap * gap / Math.PI);
        return square > 0.0
            ? RootTwoPi / sum * (centre + Math.Sqrt(square))
            : -moneyness / Math.Sqrt(2.0 * Math.Max(-Math.Log(target), 1e-3));
    }

    private static double DistanceToBound(double moneyness, double deviation)
    {
        var h = moneyness / deviation;
        var t = 0.5 * deviation;
        return (Math.Exp(0.5 * moneyness) * NormalDistribution.Cumulative(-(h + t))) + (Math.Exp(-0.5 * moneyness) * NormalDistribution.Cumulative(h - t));
    }

    /// <summary>Undiscounted out-of-the-money call over sqrt(forward x strike), for log-moneyness at or below 0.</summary>
    private static double NormalisedCall(double moneyness, double deviation)
    {
        var h = moneyness / deviation;
        var t = 0.5 * deviation;
        if (h + t > 0.0)
        {
            return (Math.Exp(0.5 * moneyness) * NormalDistribution.Cumulative(h + t)) - (Math.Exp(-0.5 * moneyness) * NormalDistribution.Cumulative(h - t));
        }

        var scale = 0.5 * Math.Exp(-0.5 * ((h * h) + (t * t)));
        return scale * (ErrorFunction.ScaledComplementary(-(h + t) * InverseRootTwo) - ErrorFunction.ScaledComplementary(-(h - t) * InverseRootTwo));
    }
}
