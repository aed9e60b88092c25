using CsCheck;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Tests.Quant.Volatility;

public sealed class SmileFitTests
{
    private const double HalfWidth = 0.002;

    [Fact]
    public void A_quadratic_is_reproduced_exactly()
    {
        var points = Smile(25, x => 0.18 - (0.4 * x) + (3 * x * x));
        var estimates = Fit(points, out var scatter);
        for (var i = 0; i < points.Length; i++)
        {
            Assert.True(estimates[i].IsDefined);
            Assert.Equal(points[i].Volatility, estimates[i].Volatility, 1e-9);
            Assert.Equal(1, estimates[i].Trust, 1e-9);
        }

        Assert.Equal(0, scatter, 1e-6);
    }

    [Fact]
    public void A_bump_stands_out_by_its_full_size_and_its_neighbours_do_not() =>
        Gen.Select(Gen.Int[2, 22], Gen.Double[0.008, 0.2], Gen.Bool).Sample((at, size, up) =>
        {
            var points = Smile(25, x => 0.18 - (0.4 * x) + (3 * x * x));
            points[at] = points[at] with { Volatility = points[at].Volatility + (up ? size : -size * 0.5) };
            var estimates = Fit(points, out _);
            var expected = up ? size : -size * 0.5;
            return Math.Abs(points[at].Volatility - estimates[at].Volatility - expected) < 1e-6
                && estimates[at].Trust == 0
                && Enumerable.Range(0, 25).All(i => i == at || Math.Abs(points[i].Volatility - estimates[i].Volatility) < HalfWidth / 2);
        });

    [Fact]
    public void Too_few_points_are_undefined()
    {
        foreach (var count in (int[])[0, 1, 2, 5])
        {
            Assert.All(Fit(Smile(count, _ => 0.2), out _), estimate => Assert.Equal(SmileUndefined.TooFewPoints, estimate.Reason));
        }
    }

    [Fact]
    public void One_strike_many_times_is_singular()
    {
        var points = Enumerable.Repeat(new SmilePoint(0.01, 0.2, HalfWidth), 12).ToArray();
        Assert.All(Fit(points, out _), estimate => Assert.Equal(SmileUndefined.Singular, estimate.Reason));
    }

    [Theory]
    [InlineData(double.NaN, 0.2, 0.01)]
    [InlineData(0.1, double.PositiveInfinity, 0.01)]
    [InlineData(0.1, -0.2, 0.01)]
    [InlineData(0.1, 0, 0.01)]
    [InlineData(0.1, 0.2, double.NaN)]
    [InlineData(0.1, 0.2, -1)]
    public void An_unusable_point_is_undefined_and_takes_no_part(double moneyness, double volatility, double halfWidth)
    {
        var points = Smile(20, x => 0.2 + (x * x));
        points[7] = new SmilePoint(moneyness, volatility, halfWidth);
        var estimates = Fit(points, out _);
        Assert.Equal(SmileUndefined.InvalidInput, estimates[7].Reason);
        Assert.All(Enumerable.Range(0, 20).Where(i => i != 7), i => Assert.Equal(points[i].Volatility, estimates[i].Volatility, 1e-9));
    }

    [Fact]
    public void Any_input_gives_finite_numbers_or_a_reason() =>
        Gen.Select(Gen.Double, Gen.Double, Gen.Double).Array[0, 30].Sample(raw =>
        {
            var points = raw.Select(p => new SmilePoint(p.Item1, p.Item2, p.Item3)).OrderBy(p => p.Moneyness).ToArray();
            var estimates = Fit(points, out var scatter);
            return double.IsFinite(scatter) && estimates.All(e => double.IsFinite(e.Volatility) && double.IsFinite(e.Uncertainty) && e.IsDefined == (e.Volatility > 0));
        });

    [Fact]
    public void It_allocates_nothing()
    {
        var points = Smile(60, x => 0.2 + (x * x));
        var estimates = new SmileEstimate[60];
        var scratch = new double[SmileFit.ScratchLength(60)];
        SmileFit.LeaveOneOut(points, SmileFitOptions.Default, estimates, scratch);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SmileFit.LeaveOneOut(points, SmileFitOptions.Default, estimates, scratch);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static SmilePoint[] Smile(int count, Func<double, double> volatility) =>
        [.. Enumerable.Range(0, count).Select(i => (i - (count / 2)) / 700.0).Select(x => new SmilePoint(x, volatility(x), HalfWidth))];

    private static SmileEstimate[] Fit(SmilePoint[] points, out double scatter)
    {
        var estimates = new SmileEstimate[points.Length];
        scatter = SmileFit.LeaveOneOut(points, SmileFitOptions.Default, estimates, new double[SmileFit.ScratchLength(points.Length)]);
        return estimates;
    }
}
