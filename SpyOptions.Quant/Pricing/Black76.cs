using System.Runtime.CompilerServices;

namespace SpyOptions.Quant.Pricing;

/// <summary>
/// European options on a forward: F. Black, "The pricing of commodity contracts", Journal of Financial Economics 3 (1976), 167-179.
/// Prices are per unit of the underlying, in the currency of the forward.
/// </summary>
public static class Black76
{
    private const double DaysPerYear = 365.0;

    /// <summary>Present value of the option; the discounted intrinsic value when no time or no volatility is left.</summary>
    /// <param name="isCall">True for a call, false for a put.</param>
    /// <param name="forward">Forward price for the expiry, above 0.</param>
    /// <param name="strike">Strike price, above 0.</param>
    /// <param name="years">Time to expiry in years, 0 or more.</param>
    /// <param name="volatility">Volatility per square root of a year, 0.20 = 20 %, 0 or more.</param>
    /// <param name="discount">Present value of 1.00 paid at expiry, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds or not finite.</exception>
    public static double Price(bool isCall, double forward, double strike, double years, double volatility, double discount)
    {
        Check(forward, strike, years, volatility, discount);
        var deviation = volatility * Math.Sqrt(years);
        if (deviation <= 0.0)
        {
            return discount * Math.Max(isCall ? forward - strike : strike - forward, 0.0);
        }

        var d1 = (Math.Log(forward / strike) / deviation) + (0.5 * deviation);
        var d2 = d1 - deviation;
        return isCall
            ? discount * ((forward * NormalDistribution.Cumulative(d1)) - (strike * NormalDistribution.Cumulative(d2)))
            : discount * ((strike * NormalDistribution.Cumulative(-d2)) - (forward * NormalDistribution.Cumulative(-d1)));
    }

    /// <summary>
    /// Sensitivities with the forward as the underlying and held fixed: theta is the decay at a fixed forward, rho that of the discount alone.
    /// With no time or no volatility left the delta is that of the intrinsic value and the others are 0.
    /// </summary>
    /// <inheritdoc cref="Price" path="/param"/>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds or not finite.</exception>
    public static Greeks Greeks(bool isCall, double forward, double strike, double years, double volatility, double discount)
    {
        Check(forward, strike, years, volatility, discount);
        var deviation = volatility * Math.Sqrt(years);
        if (deviation <= 0.0)
        {
            var inTheMoney = isCall ? forward > strike : forward < strike;
            return new Greeks(inTheMoney ? (isCall ? discount : -discount) : 0.0, 0.0, 0.0, 0.0, 0.0);
        }

        var d1 = (Math.Log(forward / strike) / deviation) + (0.5 * deviation);
        var density = NormalDistribution.Density(d1);
        var price = Price(isCall, forward, strike, years, volatility, discount);
        var rate = -Math.Log(discount) / years;
        var decay = (rate * price) - (discount * forward * density * volatility / (2.0 * Math.Sqrt(years)));
        return new Greeks(
            Delta: discount * (isCall ? NormalDistribution.Cumulative(d1) : -NormalDistribution.Cumulative(-d1)),
            Gamma: discount * density / (forward * deviation),
            VegaPerPoint: discount * forward * density * Math.Sqrt(years) / 100.0,
            ThetaPerDay: decay / DaysPerYear,
            RhoPerPoint: -years * price / 100.0);
    }

    private static void Check(double forward, double strike, double years, double volatility, double discount)
    {
        RequirePositive(forward);
        RequirePositive(strike);
        RequireNotNegative(years);
        RequireNotNegative(volatility);
        RequirePositive(discount);
    }

    internal static void RequirePositive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0.0) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be finite and above 0.");
        }
    }

    internal static void RequireNotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0.0) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be finite and not negative.");
        }
    }
}
