namespace SpyOptions.Quant.Statistics;

/// <summary>
/// Quantiles of a stream of positive numbers with a bounded relative error, in fixed memory. Source: Masson, Rim and Lee (2019), "DDSketch",
/// PVLDB 12(12), section 2: a bucket i holds (gamma^(i-1), gamma^i] with gamma = (1 + error) / (1 - error).
/// Values below the smallest or above the largest are counted in the outermost bucket. Not safe for concurrent use.
/// </summary>
public sealed class QuantileSketch
{
    private readonly long[] _buckets;
    private readonly double _logGamma;
    private readonly double _gamma;
    private readonly int _first;

    /// <summary>Makes an empty sketch.</summary>
    /// <param name="smallest">Smallest value told apart, above 0.</param>
    /// <param name="largest">Largest value told apart, above the smallest.</param>
    /// <param name="relativeError">Relative error of an answer, from 0.001 to 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its bounds.</exception>
    public QuantileSketch(double smallest, double largest, double relativeError)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(largest, smallest);
        ArgumentOutOfRangeException.ThrowIfLessThan(relativeError, 0.001);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(relativeError, 0.5);
        _gamma = (1 + relativeError) / (1 - relativeError);
        _logGamma = Math.Log(_gamma);
        _first = (int)Math.Ceiling(Math.Log(smallest) / _logGamma);
        _buckets = new long[(int)Math.Ceiling(Math.Log(largest) / _logGamma) - _first + 1];
    }

    /// <summary>Values counted.</summary>
    public long Count { get; private set; }

    /// <summary>Counts one value. A value that is not finite or negative is refused and changes nothing.</summary>
    /// <returns>Whether the value was taken.</returns>
    public bool Add(double value)
    {
        if (!double.IsFinite(value) || value < 0)
        {
            return false;
        }

        var index = value > 0 ? (int)Math.Ceiling(Math.Log(value) / _logGamma) - _first : 0;
        _buckets[Math.Clamp(index, 0, _buckets.Length - 1)]++;
        Count++;
        return true;
    }

    /// <summary>The value below which a share of the stream lies.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <returns>Null before the first value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its bounds.</exception>
    public double? Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var rank = (long)(share * (Count - 1));
        long seen = 0;
        for (var i = 0; i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (seen > rank)
            {
                return 2 * Math.Pow(_gamma, i + _first) / (_gamma + 1);
            }
        }

        return null;
    }

    /// <summary>Halves every bucket: older values fade when it is called in even intervals.</summary>
    public void Decay()
    {
        Count = 0;
        foreach (ref var bucket in _buckets.AsSpan())
        {
            bucket /= 2;
            Count += bucket;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_buckets);
        Count = 0;
    }
}
