using SpyOptions.Quant.Statistics;

namespace SpyOptions.Quant.Volatility;

/// <summary>
/// What the neighbours of each option say about its implied volatility. Robust local regression: Cleveland (1979), JASA 74(368), 829-836, with a
/// quadratic in log-moneyness, weights from the bid-ask width, and every point left out of its own fit so that a bump cannot hide itself.
/// Passes of bisquare weights then take the bump out of its neighbours' fits as well.
/// Pure; no allocation; a point that is not usable gets a typed reason and takes no part.
/// </summary>
public static class SmileFit
{
    /// <summary>Points that a fit needs at least: a quadratic through fewer explains nothing.</summary>
    public const int PointsMin = 5;

    private const double BisquareTuning = 4.685;
    private const double CutoffStart = 1.02;
    private const double CutoffStep = 0.4;

    /// <summary>Doubles of scratch that a fit of so many points needs.</summary>
    public static int ScratchLength(int points) => 4 * points;

    /// <summary>Estimates every point from the others.</summary>
    /// <param name="points">Ascending by moneyness; points not usable may stand anywhere.</param>
    /// <param name="options">How local, and how often reweighted.</param>
    /// <param name="estimates">One per point.</param>
    /// <param name="scratch">At least <see cref="ScratchLength"/> long.</param>
    /// <returns>Scatter of the points about the fit in units of their half widths; 0 when nothing could be fitted.</returns>
    public static double LeaveOneOut(ReadOnlySpan<SmilePoint> points, in SmileFitOptions options, Span<SmileEstimate> estimates, Span<double> scratch)
    {
        var count = points.Length;
        var trust = scratch[..count];
        var residuals = scratch.Slice(count, count);
        var working = scratch.Slice(2 * count, 2 * count);
        trust.Fill(1);
        double scatter = 0;
        var cutoff = double.PositiveInfinity;
        for (var pass = 0; pass < options.Passes; pass++)
        {
            Estimate(points, trust, options, estimates, residuals);
            scatter = Scatter(estimates, residuals, working);

            // A large bump first throws off everything near it. The cutoff therefore falls from the largest residual by steps:
            // the bump loses its say while its neighbours still have theirs.
            cutoff = pass == 0 ? CutoffStart * Largest(residuals) : CutoffStep * Math.Min(cutoff, Largest(residuals));
            cutoff = Math.Max(cutoff, BisquareTuning * Math.Max(scatter, options.ScatterMin));
            Distrust(estimates, residuals, cutoff, trust);
        }

        for (var i = 0; i < count; i++)
        {
            estimates[i] = estimates[i] with { Trust = estimates[i].IsDefined ? trust[i] : 0, Uncertainty = Math.Max(scatter, options.ScatterMin) * estimates[i].Uncertainty };
        }

        return scatter;
    }

    private static void Estimate(
        ReadOnlySpan<SmilePoint> points, ReadOnlySpan<double> trust, in SmileFitOptions options, Span<SmileEstimate> estimates, Span<double> residuals)
    {
        for (var i = 0; i < points.Length; i++)
        {
            estimates[i] = points[i].IsUsable ? LocalQuadratic.At(points, i, trust, options) : SmileEstimate.Undefined(SmileUndefined.InvalidInput);
            residuals[i] = 0;
            if (estimates[i].IsDefined)
            {
                var own = Sigma(points[i], options);
                residuals[i] = (points[i].Volatility - estimates[i].Volatility) / Math.Sqrt((own * own) + (estimates[i].Uncertainty * estimates[i].Uncertainty));
            }
        }
    }

    private static double Largest(ReadOnlySpan<double> residuals)
    {
        double largest = 0;
        foreach (var residual in residuals)
        {
            largest = Math.Max(largest, Math.Abs(residual));
        }

        return largest;
    }

    private static double Scatter(ReadOnlySpan<SmileEstimate> estimates, ReadOnlySpan<double> residuals, Span<double> working)
    {
        var defined = 0;
        for (var i = 0; i < estimates.Length; i++)
        {
            if (estimates[i].IsDefined)
            {
                working[defined++] = Math.Abs(residuals[i]);
            }
        }

        return (RobustStatistics.Median(working[..defined]) ?? 0) * RobustStatistics.NormalConsistency;
    }

    private static void Distrust(ReadOnlySpan<SmileEstimate> estimates, ReadOnlySpan<double> residuals, double cutoff, Span<double> trust)
    {
        for (var i = 0; i < estimates.Length; i++)
        {
            var distance = residuals[i] / cutoff;
            var closeness = Math.Max(0, 1 - (distance * distance));
            trust[i] = estimates[i].IsDefined ? closeness * closeness : 1;
        }
    }

    internal static double Sigma(in SmilePoint point, in SmileFitOptions options) => Math.Max(point.HalfWidth, options.HalfWidthMin);
}
