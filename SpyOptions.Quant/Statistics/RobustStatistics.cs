namespace SpyOptions.Quant.Statistics;

/// <summary>Location and scale that a few wrong values cannot move. Pure; buffers come from the caller; input with a value that is not finite is undefined (null).</summary>
public static class RobustStatistics
{
    /// <summary>Makes the median absolute deviation of a normal distribution equal its standard deviation: 1 / Phi^-1(3/4).</summary>
    public const double NormalConsistency = 1.482602218505602;

    private const int HuberStepsMax = 50;

    /// <summary>Median; of an even count the mean of the middle two.</summary>
    /// <param name="values">Reordered by the call.</param>
    /// <returns>Null when empty or a value is not finite.</returns>
    public static double? Median(Span<double> values)
    {
        if (values.IsEmpty || !AllFinite(values))
        {
            return null;
        }

        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : values[middle - 1] + ((values[middle] - values[middle - 1]) / 2);
    }

    /// <summary>Median of the distances to a centre, in the unit of the values; not yet scaled by <see cref="NormalConsistency"/>.</summary>
    /// <param name="values">Not changed.</param>
    /// <param name="center">Usually the median.</param>
    /// <param name="scratch">At least as long as the values.</param>
    /// <returns>Null when empty or a value is not finite.</returns>
    public static double? MedianAbsoluteDeviation(ReadOnlySpan<double> values, double center, Span<double> scratch)
    {
        for (var i = 0; i < values.Length; i++)
        {
            scratch[i] = Math.Abs(values[i] - center);
        }

        return Median(scratch[..values.Length]);
    }

    /// <summary>
    /// Huber's M-estimate of location with the scale held at the normalised median absolute deviation. Source: Huber (1964), Annals of
    /// Mathematical Statistics 35(1), 73-101; computed by iterated reweighting from the median.
    /// </summary>
    /// <param name="values">Not changed.</param>
    /// <param name="tuning">Distance in scales from which a value's pull no longer grows; 1.345 gives 95 % efficiency under normality.</param>
    /// <param name="scratch">At least as long as the values.</param>
    /// <returns>Null when empty or a value is not finite.</returns>
    public static double? HuberLocation(ReadOnlySpan<double> values, double tuning, Span<double> scratch)
    {
        values.CopyTo(scratch);
        if (Median(scratch[..values.Length]) is not { } location || MedianAbsoluteDeviation(values, location, scratch) is not { } deviation)
        {
            return null;
        }

        var cutoff = tuning * NormalConsistency * deviation;
        for (var step = 0; cutoff > 0 && step < HuberStepsMax; step++)
        {
            var next = WeightedMean(values, location, cutoff);
            if (Math.Abs(next - location) <= 1e-12 * cutoff)
            {
                return next;
            }

            location = next;
        }

        return location;
    }

    private static double WeightedMean(ReadOnlySpan<double> values, double location, double cutoff)
    {
        double sum = 0, weights = 0;
        foreach (var value in values)
        {
            var distance = Math.Abs(value - location);
            var weight = distance <= cutoff ? 1 : cutoff / distance;
            sum += weight * value;
            weights += weight;
        }

        return sum / weights;
    }

    private static bool AllFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
