using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.Bot.Telemetry;

namespace SpyOptions.Tests.Bot.Telemetry;

public sealed class HopLatenciesTests
{
    [Fact]
    public void Quantiles_are_within_a_bucket_of_the_exact_ones() =>
        Gen.Long[0, 2_000_000].Array[1, 300].Sample(
            microseconds =>
            {
                var hops = new HopLatencies(new FakeTimeProvider());
                foreach (var value in microseconds)
                {
                    hops.Record(HopLatencies.ObservedDetected, TimeSpan.FromMicroseconds(value));
                }

                var read = Assert.Single(hops.Read());
                var sorted = microseconds.Order().ToArray();
                Assert.Equal(microseconds.Length, read.Count);
                foreach (var (quantile, milliseconds) in new[] { (0.50, read.P50Ms), (0.95, read.P95Ms), (0.99, read.P99Ms) })
                {
                    var exact = sorted[(int)Math.Ceiling(sorted.Length * quantile) - 1];
                    Assert.InRange(milliseconds * 1000, exact - 0.001, (exact * 1.0625) + 1);
                }
            },
            iter: 200);

    [Fact]
    public void Samples_older_than_five_minutes_are_forgotten()
    {
        var time = new FakeTimeProvider();
        var hops = new HopLatencies(time);
        hops.Record("a-b", TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromMinutes(2));
        hops.Record("a-b", TimeSpan.FromMilliseconds(-5));
        Assert.Equal(2, hops.Read().Single().Count);

        time.Advance(TimeSpan.FromMinutes(4));
        var read = hops.Read().Single();
        Assert.Equal(1, read.Count);
        Assert.Equal(0, read.P99Ms);
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(hops.Read());
    }
}
