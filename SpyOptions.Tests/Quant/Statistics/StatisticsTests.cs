using CsCheck;
using SpyOptions.Quant.Statistics;

namespace SpyOptions.Tests.Quant.Statistics;

public sealed class StatisticsTests
{
    [Fact]
    public void Welford_agrees_with_the_textbook_on_a_large_offset()
    {
        // The classic case where the sum of squares cancels: 1e9 + {4, 7, 13, 16} has mean 1e9 + 10 and variance 30.
        var welford = new Welford();
        foreach (var value in (double[])[1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
        {
            Assert.True(welford.Add(value));
        }

        Assert.Equal(1e9 + 10, welford.Mean);
        Assert.Equal(30, welford.Variance!.Value, 1e-9);
        Assert.Equal(4, welford.Count);
    }

    [Fact]
    public void Welford_is_undefined_below_two_values_and_refuses_what_is_not_finite()
    {
        var welford = new Welford();
        Assert.Null(welford.Variance);
        Assert.False(welford.Add(double.NaN));
        Assert.False(welford.Add(double.PositiveInfinity));
        welford.Add(3);
        Assert.Null(welford.StandardDeviation);
        Assert.Equal(3, welford.Mean);
    }

    [Fact]
    public void Welford_agrees_with_two_passes() =>
        Gen.Double[-1e6, 1e6].Array[2, 200].Sample(values =>
        {
            var welford = new Welford();
            foreach (var value in values)
            {
                welford.Add(value);
            }

            var mean = values.Average();
            var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
            return Math.Abs(welford.Mean - mean) <= 1e-6 && Math.Abs(welford.Variance!.Value - variance) <= 1e-9 * Math.Max(1, variance);
        });

    [Fact]
    public void Ewma_starts_as_a_plain_mean_and_then_forgets()
    {
        var ewma = new Ewma(0.1);
        ewma.Add(2);
        ewma.Add(4);
        Assert.Equal(3, ewma.Mean, 1e-12);
        Assert.Equal(1, ewma.Variance, 1e-12);
        for (var i = 0; i < 500; i++)
        {
            ewma.Add(10);
        }

        Assert.Equal(10, ewma.Mean, 1e-9);
        Assert.Equal(0, ewma.Variance, 1e-9);
        Assert.False(ewma.Add(double.NaN));
    }

    [Fact]
    public void Ewma_half_life_halves_the_weight()
    {
        var ewma = Ewma.WithHalfLife(10);
        for (var i = 0; i < 10_000; i++)
        {
            ewma.Add(1);
        }

        for (var i = 0; i < 10; i++)
        {
            ewma.Add(0);
        }

        Assert.Equal(0.5, ewma.Mean, 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ewma(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ewma(double.NaN));
    }

    [Fact]
    public void Median_and_deviation_agree_with_the_textbook()
    {
        Assert.Equal(2, RobustStatistics.Median([9, 1, 2]));
        Assert.Equal(2.5, RobustStatistics.Median([9, 1, 2, 3]));
        Assert.Null(RobustStatistics.Median([]));
        Assert.Null(RobustStatistics.Median([1, double.NaN]));

        // 1, 1, 2, 2, 4, 6, 9: median 2, distances 1, 1, 0, 0, 2, 4, 7, their median 1.
        Span<double> scratch = stackalloc double[7];
        Assert.Equal(1, RobustStatistics.MedianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9], 2, scratch));
    }

    [Fact]
    public void Huber_ignores_the_size_of_an_outlier_and_keeps_the_mean_of_clean_values()
    {
        Span<double> scratch = stackalloc double[8];
        double[] clean = [9.8, 10.1, 9.9, 10.0, 10.2, 10.05, 9.95, 10.0];
        var location = RobustStatistics.HuberLocation(clean, 1.345, scratch)!.Value;
        Assert.Equal(10.0, location, 0.03);
        clean[0] = 50;
        var near = RobustStatistics.HuberLocation(clean, 1.345, scratch)!.Value;
        clean[0] = 5_000_000;
        Assert.Equal(near, RobustStatistics.HuberLocation(clean, 1.345, scratch)!.Value, 1e-9);
        Assert.InRange(near, 9.95, 10.15);
        Assert.Null(RobustStatistics.HuberLocation([1, double.NaN], 1.345, scratch));
        Assert.Equal(4, RobustStatistics.HuberLocation([4, 4, 4, 100], 1.345, scratch));
    }

    [Fact]
    public void Sketch_answers_within_its_relative_error() =>
        Gen.Double[0.001, 10_000].Array[1, 300].Sample(values =>
        {
            var sketch = new QuantileSketch(0.0001, 100_000, 0.02);
            foreach (var value in values)
            {
                sketch.Add(value);
            }

            Array.Sort(values);
            foreach (var share in (double[])[0, 0.5, 0.95, 1])
            {
                var exact = values[(int)(share * (values.Length - 1))];
                if (Math.Abs(sketch.Quantile(share)!.Value - exact) > 0.0201 * exact)
                {
                    return false;
                }
            }

            return true;
        });

    [Fact]
    public void Sketch_refuses_what_is_not_a_duration_and_fades()
    {
        var sketch = new QuantileSketch(0.01, 1000, 0.01);
        Assert.Null(sketch.Quantile(0.5));
        Assert.False(sketch.Add(double.NaN));
        Assert.False(sketch.Add(-1));
        Assert.True(sketch.Add(0));
        Assert.True(sketch.Add(1e9));
        Assert.Equal(2, sketch.Count);
        sketch.Decay();
        Assert.Equal(0, sketch.Count);
    }
}
