namespace SpyOptions.Quant.Pricing;

/// <summary>
/// European options on a spot with a continuous yield: F. Black and M. Scholes (1973), R. C. Merton, "Theory of rational option pricing"
/// (1973); formulas as in J. Hull, "Options, Futures, and Other Derivatives", chapters on stock indices and Greek letters.
/// Prices are per unit of the underlying, in its currency.
/// </summary>
public static class BlackScholesMerton
{
    private const double DaysPerYear = 365.0;

    /// <summary>Present value of the option; the discounted intrinsic value of the forward when no time or no volatility is left.</summary>
    /// <param name="isCall">True for a call, false for a put.</param>
    /// <param name="spot">Spot price, above 0.</param>
    /// <param name="strike">Strike price, above 0.</param>
    /// <param name="years">Time to expiry in years, 0 or more.</param>
    /// <param name="volatility">Volatility per square root of a year, 0.20 = 20 %, 0 or more.</param>
    /// <param name="rate">Interest rate, continuously compounded, 0.05 = 5 % a year; may be negative.</param>
    /// <param name="yield">Dividend yield, continuously compounded; may be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds or not finite.</exception>
    public static double Price(bool isCall, double spot, double strike, double years, double volatility, double rate, double yield)
    {
        Black76.RequirePositive(spot);
        return Black76.Price(isCall, Forward(spot, years, rate, yield), strike, years, volatility, Math.Exp(-rate * years));
    }

    /// <summary>Forward price for delivery in <paramref name="years"/>.</summary>
    /// <inheritdoc cref="Price" path="/param"/>
    public static double Forward(double spot, double years, double rate, double yield) => spot * Math.Exp((rate - yield) * years);

    /// <summary>Sensitivities to the spot. With no time or no volatility left the delta is that of the intrinsic value and the others are 0.</summary>
    /// <inheritdoc cref="Price" path="/param"/>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds or not finite.</exception>
    public static Greeks Greeks(bool isCall, double spot, double strike, double years, double volatility, double rate, double yield)
    {
        Black76.RequirePositive(spot);
        Black76.RequirePositive(strike);
        Black76.RequireNotNegative(years);
        Black76.RequireNotNegative(volatility);
        var forward = Forward(spot, years, rate, yield);
        var discount = Math.Exp(-rate * years);
        var deviation = volatility * Math.Sqrt(years);
        if (deviation <= 0.0)
        {
            var flat = Black76.Greeks(isCall, forward, strike, years, volatility, discount);
            return flat with { Delta = flat.Delta * forward / spot };
        }

        var d1 = (Math.Log(forward / strike) / deviation) + (0.5 * deviation);
        var density = NormalDistribution.Density(d1);
        var yieldDiscount = Math.Exp(-yield * years);
        var sign = isCall ? 1.0 : -1.0;
        var delta = sign * yieldDiscount * NormalDistribution.Cumulative(sign * d1);
        var exercised = sign * discount * strike * NormalDistribution.Cumulative(sign * (d1 - deviation));
        var decay = (-spot * yieldDiscount * density * volatility / (2.0 * Math.Sqrt(years))) - (rate * exercised) + (yield * spot * delta);
        return new Greeks(
            Delta: delta,
            Gamma: yieldDiscount * density / (spot * deviation),
            VegaPerPoint: spot * yieldDiscount * density * Math.Sqrt(years) / 100.0,
            ThetaPerDay: decay / DaysPerYear,
            RhoPerPoint: years * exercised / 100.0);
    }
}
