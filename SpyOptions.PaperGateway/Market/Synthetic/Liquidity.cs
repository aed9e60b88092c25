namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>
/// How well a SPY option is quoted and traded, by tenor and delta: median spreads of SPY chains of 24, 27 and 30 July 2026, median sizes and mean
/// volumes and open interests of that month.
/// </summary>
internal static class Liquidity
{
    private static readonly double[] Deltas = [0.002, 0.01, 0.035, 0.075, 0.15, 0.275, 0.425, 0.575, 0.725, 0.85, 0.935, 0.99];
    private static readonly double[] DaysMax = [0.99, 5, 10, 20, 45, 90, 150, 220, 400, 600];

    private static readonly double[][] Spreads =
    [
        [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.03, 0.03, 0.14, 0.61],
        [0.01, 0.01, 0.013, 0.013, 0.02, 0.027, 0.037, 0.083, 0.20, 0.43, 2.01, 3.53],
        [0.01, 0.01, 0.013, 0.017, 0.03, 0.037, 0.047, 0.21, 0.39, 0.46, 2.36, 3.53],
        [0.01, 0.01, 0.013, 0.02, 0.027, 0.04, 0.053, 0.34, 1.10, 1.67, 3.35, 3.52],
        [0.01, 0.01, 0.013, 0.023, 0.037, 0.047, 0.06, 0.80, 3.19, 3.31, 3.37, 3.53],
        [0.01, 0.013, 0.02, 0.023, 0.037, 0.05, 0.067, 1.20, 3.33, 3.37, 3.37, 3.53],
        [0.013, 0.017, 0.023, 0.033, 0.05, 0.073, 0.087, 1.42, 3.49, 3.52, 3.56, 3.74],
        [0.02, 0.02, 0.023, 0.043, 0.06, 0.087, 0.10, 1.64, 3.54, 3.55, 3.53, 3.75],
        [0.02, 0.02, 0.027, 0.047, 0.067, 0.10, 0.15, 2.29, 4.64, 3.54, 3.80, 4.56],
        [0.023, 0.03, 0.043, 0.063, 0.097, 0.14, 0.17, 0.38, 4.69, 4.81, 4.82, 4.86],
        [0.04, 0.043, 0.073, 0.13, 0.19, 0.25, 0.29, 0.62, 4.39, 4.79, 4.63, 4.86],
    ];

    private static readonly double[] SameDaySizes = [2600, 4000, 2800, 1500, 770, 340, 215, 100, 56, 39, 48, 36];
    private static readonly double[] NearSizes = [600, 450, 240, 140, 95, 75, 75, 42, 36, 30, 15, 10];
    private static readonly double[] FarSizes = [290, 230, 248, 146, 92, 78, 66, 35, 10, 10, 10, 10];

    private static readonly double[][] Volumes =
    [
        [820, 20000, 148000, 230000, 254000, 270000, 270000, 230000, 156000, 107000, 36000, 570],
        [175, 2371, 5079, 9717, 13082, 14978, 17052, 12606, 5081, 1753, 261, 12],
        [89, 297, 858, 1062, 1551, 1591, 1944, 1538, 543, 62, 8, 1],
        [61, 78, 307, 439, 437, 716, 729, 519, 103, 12, 3, 0],
        [122, 75, 219, 579, 900, 655, 1100, 659, 81, 34, 11, 6],
        [284, 411, 242, 439, 276, 189, 223, 106, 17, 5, 2, 1],
        [25, 42, 37, 29, 78, 54, 66, 28, 6, 3, 1, 1],
        [10, 10, 28, 36, 27, 83, 57, 36, 2, 1, 0, 0],
        [52, 16, 5, 17, 10, 9, 27, 9, 2, 0, 3, 0],
        [1, 1, 8, 49, 4, 15, 20, 11, 1, 1, 0, 0],
        [1, 1, 2, 17, 3, 14, 13, 3, 8, 1, 0, 0],
    ];

    private static readonly double[][] OpenInterests =
    [
        [2067, 6773, 8794, 8600, 8575, 7852, 5697, 5594, 5279, 4737, 2336, 155],
        [2550, 3785, 3919, 6337, 4927, 3953, 3909, 3943, 1645, 1024, 445, 78],
        [1021, 922, 1753, 1445, 1977, 1756, 1390, 1459, 483, 298, 95, 18],
        [256, 426, 893, 944, 1259, 1260, 1178, 883, 348, 82, 14, 1],
        [5427, 4299, 2854, 2954, 3366, 3408, 2529, 1562, 670, 315, 314, 68],
        [4752, 6068, 5218, 4898, 3894, 2765, 2165, 1455, 879, 645, 346, 48],
        [3551, 1960, 1619, 2248, 3135, 1838, 1310, 1018, 480, 323, 538, 109],
        [3212, 1761, 3135, 3276, 1926, 1536, 1364, 816, 538, 471, 358, 18],
        [638, 873, 932, 1510, 1247, 1461, 1205, 568, 268, 143, 159, 5],
        [302, 604, 3132, 1744, 1195, 1505, 754, 893, 860, 531, 78, 7],
        [377, 306, 326, 220, 507, 617, 701, 417, 517, 131, 28, 3],
    ];

    /// <summary>Usual bid-ask spread, USD.</summary>
    /// <param name="days">Calendar days to expiry.</param>
    /// <param name="delta">Delta of the option, its sign ignored.</param>
    public static double Spread(double days, double delta) => At(Spreads[Tenor(days)], delta);

    /// <summary>Usual size at the best bid or ask, contracts.</summary>
    /// <inheritdoc cref="Spread" path="/param"/>
    public static double Size(double days, double delta) => At(days < 1.0 ? SameDaySizes : days <= 20.0 ? NearSizes : FarSizes, delta);

    /// <summary>Usual volume of a whole session, contracts; of a same-day option as if as many strikes were in play all day as at the open.</summary>
    /// <inheritdoc cref="Spread" path="/param"/>
    public static double SessionVolume(double days, double delta) => At(Volumes[Tenor(days)], delta);

    /// <summary>Usual open interest, contracts.</summary>
    /// <inheritdoc cref="Spread" path="/param"/>
    public static double OpenInterest(double days, double delta) => At(OpenInterests[Tenor(days)], delta);

    /// <summary>How much more open interest gathers at round strikes; about 1 on average.</summary>
    /// <param name="strike">Strike price, USD.</param>
    public static double RoundNumberFactor(decimal strike) =>
        strike % 50m == 0m ? 3.2 : strike % 10m == 0m || strike % 25m == 0m ? 1.9 : strike % 5m == 0m ? 1.3 : 0.45;

    private static int Tenor(double days)
    {
        var index = Array.FindIndex(DaysMax, max => days <= max);
        return index < 0 ? DaysMax.Length : index;
    }

    private static double At(double[] row, double delta)
    {
        var x = Math.Abs(delta);
        var upper = Array.FindIndex(Deltas, bucket => bucket >= x);
        if (upper <= 0)
        {
            return row[upper < 0 ? ^1 : 0];
        }

        var weight = (x - Deltas[upper - 1]) / (Deltas[upper] - Deltas[upper - 1]);
        return row[upper - 1] + (weight * (row[upper] - row[upper - 1]));
    }
}
