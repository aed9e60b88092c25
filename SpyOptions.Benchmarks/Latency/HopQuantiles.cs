using System.Globalization;

namespace SpyOptions.Benchmarks.Latency;

/// <summary>Quantiles of one hop, milliseconds.</summary>
internal sealed record HopQuantiles(string Hop, int Count, double P50, double P95, double P99)
{
    /// <summary>One entry per hop of <see cref="LatencySample.Hops"/>.</summary>
    public static HopQuantiles[] Of(IReadOnlyList<LatencySample> samples)
    {
        var hops = samples.Select(sample => sample.Milliseconds()).ToArray();
        return [.. LatencySample.Hops.Select((hop, index) => Of(hop, [.. hops.Select(values => values[index]).Order()]))];
    }

    public static void Print(IEnumerable<HopQuantiles> hops)
    {
        Console.WriteLine($"{"hop",-20} {"count",7} {"p50 ms",9} {"p95 ms",9} {"p99 ms",9}");
        foreach (var hop in hops)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hop.Hop,-20} {hop.Count,7} {hop.P50,9:F2} {hop.P95,9:F2} {hop.P99,9:F2}"));
        }
    }

    private static HopQuantiles Of(string hop, double[] sorted) =>
        new(hop, sorted.Length, Quantile(sorted, 0.50), Quantile(sorted, 0.95), Quantile(sorted, 0.99));

    private static double Quantile(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
