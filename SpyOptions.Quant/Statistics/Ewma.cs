namespace SpyOptions.Quant.Statistics;

/// <summary>
/// Exponentially weighted mean and variance. Source: Finch (2009), "Incremental calculation of weighted mean and variance", section 9.
/// The first values weigh as in a plain mean until that weight has fallen to <c>alpha</c>, so a fresh average is not dragged by its first value.
/// A mutable value: keep it in a field, never copy it to step it.
/// </summary>
public struct Ewma
{
    private readonly double _alpha;

    /// <summary>Starts an average.</summary>
    /// <param name="alpha">Weight of a new value, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight lies outside its bounds.</exception>
    public Ewma(double alpha)
    {
        if (!(alpha > 0 && alpha <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The weight of a new value must be above 0 and at most 1.");
        }

        _alpha = alpha;
    }

    /// <summary>Starts an average in which a value's weight halves every <paramref name="count"/> values.</summary>
    /// <param name="count">Half-life in values, above 0.</param>
    public static Ewma WithHalfLife(double count) => new(1 - Math.Exp(-Math.Log(2) / count));

    /// <summary>Values stepped so far.</summary>
    public long Count { get; private set; }

    /// <summary>Mean in the unit of the values; 0 before the first value.</summary>
    public double Mean { get; private set; }

    /// <summary>Weighted population variance; 0 before the second value.</summary>
    public double Variance { get; private set; }

    /// <summary>Square root of <see cref="Variance"/>.</summary>
    public readonly double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Steps one value. A value that is not finite is refused and changes nothing.</summary>
    /// <returns>Whether the value was taken.</returns>
    public bool Add(double value)
    {
        if (!double.IsFinite(value))
        {
            return false;
        }

        Count++;
        var weight = Math.Max(_alpha, 1.0 / Count);
        var distance = value - Mean;
        var step = weight * distance;
        Mean += step;
        Variance = (1 - weight) * (Variance + (distance * step));
        return true;
    }
}
