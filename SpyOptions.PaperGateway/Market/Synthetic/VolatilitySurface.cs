namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>
/// A volatility surface with SPY's shape. Total variance grows with trading time (sessions, and the part of today's variance that is left),
/// and the smile of each tenor is one SVI slice (J. Gatheral, "A parsimonious arbitrage-free implied volatility parameterization", 2004)
/// in standardised log-moneyness. Constants are least-squares fits to SPY chains of July 2026; fit error about 2 % of the volatility.
/// </summary>
internal static class VolatilitySurface
{
    /// <summary>Variance of the log spot over one session: 0.85 % squared.</summary>
    public const double SessionVariance = 7.2e-5;

    private const double SessionsPerYear = 252.0;
    private const double MoneynessMin = -6.0;
    private const double MoneynessMax = 3.5;

    private static readonly (double Sessions, double Volatility)[] Term =
        [(1.0, 0.1347), (5.0, 0.1450), (20.0, 0.1500), (40.0, 0.1540), (82.0, 0.1650), (252.0, 0.1860), (604.0, 0.2050)];

    private static readonly (double Days, Slice Slice)[] Smiles =
    [
        (3.0, new Slice(-6.2702, 3.6579, 0.7640, 4.9201, 2.9126)),
        (12.0, new Slice(-9.9840, 4.9089, 0.7562, 5.3198, 3.2736)),
        (27.0, new Slice(-15.8416, 3.5796, 0.5214, 4.7672, 5.3729)),
        (60.0, new Slice(-5.0864, 1.5811, 0.0161, 1.4039, 3.5957)),
        (155.0, new Slice(-4.1975, 1.4827, -0.0512, 1.2223, 3.2275)),
        (489.0, new Slice(-2.4082, 1.1599, -0.1659, 0.9232, 2.6081)),
    ];

    /// <summary>Standard deviation of the log price from now to an expiry at the money, for a volatility level of 1; 0 at expiry.</summary>
    /// <param name="elapsed">Share of the running session that has passed, from 0 to 1.</param>
    /// <param name="sessionsAfter">Sessions after the running one, up to the expiry.</param>
    public static double DeviationTo(double elapsed, int sessionsAfter)
    {
        var sessions = sessionsAfter + 1.0 - IntradayShape.Variance.Cumulative(elapsed);
        var volatility = TermVolatility(sessions);
        return volatility * Math.Sqrt(sessions / SessionsPerYear);
    }

    /// <summary>Volatility of a strike over the volatility at the money.</summary>
    /// <param name="moneyness">ln(strike / forward) in standard deviations to expiry.</param>
    /// <param name="days">Calendar days to expiry.</param>
    public static double SmileFactor(double moneyness, double days)
    {
        var x = Math.Clamp(moneyness, MoneynessMin, MoneynessMax);
        var upper = Array.FindIndex(Smiles, smile => smile.Days >= days);
        if (upper <= 0)
        {
            return Math.Sqrt(Smiles[upper < 0 ? ^1 : 0].Slice.At(x));
        }

        var (low, high) = (Smiles[upper - 1], Smiles[upper]);
        var weight = Math.Log(days / low.Days) / Math.Log(high.Days / low.Days);
        return Math.Sqrt(((1.0 - weight) * low.Slice.At(x)) + (weight * high.Slice.At(x)));
    }

    private static double TermVolatility(double sessions)
    {
        var upper = Array.FindIndex(Term, knot => knot.Sessions >= sessions);
        if (upper <= 0)
        {
            return Term[upper < 0 ? ^1 : 0].Volatility;
        }

        var (low, high) = (Term[upper - 1], Term[upper]);
        var weight = Math.Log(sessions / low.Sessions) / Math.Log(high.Sessions / low.Sessions);
        return low.Volatility + (weight * (high.Volatility - low.Volatility));
    }

    private sealed record Slice(double Level, double Wing, double Rotation, double Centre, double Smoothing)
    {
        public double At(double x) => Level + (Wing * ((Rotation * (x - Centre)) + Math.Sqrt(((x - Centre) * (x - Centre)) + (Smoothing * Smoothing))));
    }
}
