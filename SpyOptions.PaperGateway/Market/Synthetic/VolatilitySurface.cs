namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>
/// A volatility surface with SPY's shape. Total variance grows with trading time (sessions, and the part of today's variance that is left),
/// and the smile of each tenor is one SVI slice (J. Gatheral, "A parsimonious arbitrage-free implied volatility parameterization", 2004)
/// in standardised log-moneyness. Constants are least-squares fits to SPY chains of 24, 27 and 30 July 2026; fit error 2 % of the volatility,
/// 6 % when days are left.
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
        (3.0, new Slice(-6.5131, 3.4515, 0.7380, 4.7839, 3.0564)),
        (12.0, new Slice(-9.3498, 3.4209, 0.6409, 4.6553, 3.7634)),
        (27.0, new Slice(-16.8221, 3.7104, 0.5284, 4.9103, 5.5225)),
        (61.0, new Slice(-4.7637, 1.5433, 0.0093, 1.3765, 3.4704)),
        (155.0, new Slice(-3.5083, 1.3768, -0.0953, 1.0948, 2.9847)),
        (489.0, new Slice(-2.3708, 1.1509, -0.1905, 0.8386, 2.6075)),
        (781.0, new Slice(-6.0138, 2.3043, 0.4046, 2.7216, 3.1170)),
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
