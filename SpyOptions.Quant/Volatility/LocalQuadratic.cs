namespace SpyOptions.Quant.Volatility;

/// <summary>Weighted least squares of a quadratic about one point that is itself left out.</summary>
internal static class LocalQuadratic
{
    private const double PivotMin = 1e-10;

    public static SmileEstimate At(ReadOnlySpan<SmilePoint> points, int index, ReadOnlySpan<double> trust, in SmileFitOptions options)
    {
        var (low, high, used) = Window(points, index, options.Neighbours);
        if (used < SmileFit.PointsMin)
        {
            return SmileEstimate.Undefined(SmileUndefined.TooFewPoints);
        }

        var center = points[index].Moneyness;
        var reach = 1.05 * Math.Max(center - points[low].Moneyness, points[high].Moneyness - center);
        if (!(reach > 0))
        {
            return SmileEstimate.Undefined(SmileUndefined.Singular);
        }

        Span<double> m = stackalloc double[5];
        Span<double> b = stackalloc double[3];
        var trusted = 0;
        for (var j = low; j <= high; j++)
        {
            var x = (points[j].Moneyness - center) / reach;
            var weight = Weight(points, j, index, x, trust, options);
            if (weight > 0)
            {
                trusted++;
                Accumulate(m, b, weight, x, points[j].Volatility);
            }
        }

        return trusted < SmileFit.PointsMin ? SmileEstimate.Undefined(SmileUndefined.TooFewPoints) : Solve(points, index, trust, options, (low, high, reach), m, b, trusted);
    }

    private static SmileEstimate Solve(
        ReadOnlySpan<SmilePoint> points, int index, ReadOnlySpan<double> trust, in SmileFitOptions options, (int Low, int High, double Reach) window,
        ReadOnlySpan<double> m, ReadOnlySpan<double> b, int trusted)
    {
        // First row of the inverse of the symmetric moment matrix, by cofactors: only the value at the centre is wanted.
        var c0 = (m[2] * m[4]) - (m[3] * m[3]);
        var c1 = (m[2] * m[3]) - (m[1] * m[4]);
        var c2 = (m[1] * m[3]) - (m[2] * m[2]);
        var determinant = (m[0] * c0) + (m[1] * c1) + (m[2] * c2);
        if (!(determinant > PivotMin * m[0] * m[2] * m[4]))
        {
            return SmileEstimate.Undefined(SmileUndefined.Singular);
        }

        var volatility = ((c0 * b[0]) + (c1 * b[1]) + (c2 * b[2])) / determinant;
        double variance = 0;
        for (var j = window.Low; j <= window.High; j++)
        {
            var x = (points[j].Moneyness - points[index].Moneyness) / window.Reach;
            var weight = Weight(points, j, index, x, trust, options);
            if (weight > 0)
            {
                var sigma = SmileFit.Sigma(points[j], options);
                var influence = weight * (c0 + (c1 * x) + (c2 * x * x)) / determinant;
                variance += influence * influence * sigma * sigma;
            }
        }

        return double.IsFinite(volatility) && volatility > 0 && double.IsFinite(variance)
            ? new(SmileUndefined.None, volatility, Math.Sqrt(variance), 1, trusted)
            : SmileEstimate.Undefined(SmileUndefined.Singular);
    }

    private static void Accumulate(Span<double> m, Span<double> b, double weight, double x, double value)
    {
        var wx = weight * x;
        var wxx = wx * x;
        m[0] += weight;
        m[1] += wx;
        m[2] += wxx;
        m[3] += wxx * x;
        m[4] += wxx * x * x;
        b[0] += weight * value;
        b[1] += wx * value;
        b[2] += wxx * value;
    }

    private static double Weight(ReadOnlySpan<SmilePoint> points, int j, int index, double x, ReadOnlySpan<double> trust, in SmileFitOptions options)
    {
        if (j == index || !points[j].IsUsable)
        {
            return 0;
        }

        var distance = Math.Abs(x);
        var closeness = distance < 1 ? 1 - (distance * distance * distance) : 0;
        var sigma = SmileFit.Sigma(points[j], options) / options.HalfWidthMin;
        return closeness * closeness * closeness * trust[j] / (sigma * sigma);
    }

    private static (int Low, int High, int Used) Window(ReadOnlySpan<SmilePoint> points, int index, int neighbours)
    {
        int low = index, high = index, used = 0;
        int left = Usable(points, index - 1, -1), right = Usable(points, index + 1, 1);
        while (used < neighbours && (left >= 0 || right < points.Length))
        {
            var center = points[index].Moneyness;
            if (right >= points.Length || (left >= 0 && center - points[left].Moneyness <= points[right].Moneyness - center))
            {
                low = left;
                left = Usable(points, left - 1, -1);
            }
            else
            {
                high = right;
                right = Usable(points, right + 1, 1);
            }

            used++;
        }

        return (low, high, used);
    }

    private static int Usable(ReadOnlySpan<SmilePoint> points, int from, int step)
    {
        while (from >= 0 && from < points.Length && !points[from].IsUsable)
        {
            from += step;
        }

        return from;
    }
}
