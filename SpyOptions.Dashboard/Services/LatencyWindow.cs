using SpyOptions.Contracts.Feed;

namespace SpyOptions.Dashboard.Services;

/// <summary>The newest samples of one hop, at most <see cref="SamplesMax"/>. Not safe for concurrent use.</summary>
/// <param name="hop">Name of the hop.</param>
internal sealed class LatencyWindow(string hop)
{
    /// <summary>Most samples kept.</summary>
    public const int SamplesMax = 1_000;

    private readonly Queue<double> _samples = new();
    private long _count;

    /// <summary>Takes in a sample, milliseconds; a negative one (clocks of two machines apart) counts as 0.</summary>
    public void Add(double milliseconds)
    {
        _samples.Enqueue(Math.Max(0, milliseconds));
        _count++;
        if (_samples.Count > SamplesMax)
        {
            _samples.Dequeue();
        }
    }

    /// <summary>Quantiles of the kept samples by the nearest rank; null before the first sample.</summary>
    public HopLatency? Summarise()
    {
        if (_samples.Count == 0)
        {
            return null;
        }

        var sorted = _samples.Order().ToArray();
        return new HopLatency(hop, _count, At(0.50), At(0.95), At(0.99));

        double At(double quantile) => sorted[Math.Clamp((int)Math.Ceiling(quantile * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
