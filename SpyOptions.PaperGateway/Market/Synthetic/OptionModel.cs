using SpyOptions.Quant.Pricing;

namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>Model value of a synthetic option at one moment.</summary>
/// <param name="Price">Model price, USD; not below what exercise pays now, as SPY options are American.</param>
/// <param name="Volatility">Implied volatility; null when no time is left.</param>
/// <param name="Greeks">Sensitivities.</param>
/// <param name="Days">Calendar days to expiry.</param>
internal readonly record struct OptionModel(double Price, double? Volatility, Greeks Greeks, double Days)
{
    /// <summary>Interest rate, continuously compounded.</summary>
    public const double Rate = 0.038;

    /// <summary>Dividend yield, continuously compounded.</summary>
    public const double Yield = 0.011;

    /// <summary>A price in whole cents, at least one: what the option trades at.</summary>
    /// <param name="price">Model price, USD.</param>
    public static decimal InCents(double price) => Math.Max(Math.Round((decimal)price, 2), 0.01m);

    /// <summary>Price at the close of the session before, USD.</summary>
    /// <param name="path">The session.</param>
    /// <param name="contract">The option.</param>
    /// <param name="expiry">Its expiry.</param>
    /// <param name="closedAt">That close.</param>
    public static decimal PriorClose(SessionPath path, ListedContract contract, ListedExpiry expiry, DateTimeOffset closedAt)
    {
        var deviation = VolatilitySurface.DeviationTo(1.0, expiry.SessionsAfter + 1);
        return InCents(Of(contract, path.PriorClose, deviation, expiry.YearsAt(closedAt), 0.0).Price);
    }

    /// <summary>Values an option on the session's path.</summary>
    /// <param name="path">The session.</param>
    /// <param name="contract">The option.</param>
    /// <param name="expiry">Its expiry.</param>
    /// <param name="at">Market time.</param>
    /// <param name="bump">Added to the volatility, 0.01 = one point.</param>
    public static OptionModel Of(SessionPath path, ListedContract contract, ListedExpiry expiry, DateTimeOffset at, double bump) =>
        Of(contract, path.SpotAt(at), VolatilitySurface.DeviationTo(path.ElapsedAt(at), expiry.SessionsAfter) * path.LevelAt(at), expiry.YearsAt(at), bump);

    private static OptionModel Of(ListedContract contract, double spot, double deviation, double years, double bump)
    {
        var strike = (double)contract.Strike;
        var intrinsic = Math.Max(contract.IsCall ? spot - strike : strike - spot, 0.0);
        if (years <= 0.0 || deviation <= 0.0)
        {
            return new OptionModel(intrinsic, null, BlackScholesMerton.Greeks(contract.IsCall, spot, strike, 0.0, 0.0, Rate, Yield), 0.0);
        }

        var days = years * 365.0;
        var moneyness = Math.Log(strike / BlackScholesMerton.Forward(spot, years, Rate, Yield)) / deviation;
        var volatility = (deviation / Math.Sqrt(years) * VolatilitySurface.SmileFactor(moneyness, days)) + bump;
        var price = BlackScholesMerton.Price(contract.IsCall, spot, strike, years, volatility, Rate, Yield);
        return new OptionModel(Math.Max(price, intrinsic), volatility, BlackScholesMerton.Greeks(contract.IsCall, spot, strike, years, volatility, Rate, Yield), days);
    }
}
