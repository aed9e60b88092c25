namespace SpyOptions.Quant.Statistics;

/// <summary>
/// Running mean and variance of a stream, one pass, without the cancellation of the sum of squares.
/// Source: Welford (1962), Technometrics 4(3), 419-420. A mutable value: keep it in a field, never copy it to step it.
/// </summary>
public struct Welford
{
    private double _squares;

    /// <summary>Values stepped so far.</summary>
    public long Count { get; private set; }

    /// <summary>Mean in the unit of the values; 0 before the first value.</summary>
    public double Mean { get; private set; }

    /// <summary>Unbiased sample variance; null below two values.</summary>
    public readonly double? Variance => Count < 2 ? null : _squares / (Count - 1);

    /// <summary>Square root of <see cref="Variance"/>; null below two values.</summary>
    public readonly double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>Steps one value. A value that is not finite is refused and changes nothing.</summary>
    /// <returns>Whether the value was taken.</returns>
    public bool Add(double value)
    {
        if (!double.IsFinite(value))
        {
            return false;
        }

        Count++;
        var distance = value - Mean;
        Mean += distance / Count;
        _squares += distance * (value - Mean);
        return true;
    }
}
