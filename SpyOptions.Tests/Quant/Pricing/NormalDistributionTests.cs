using SpyOptions.Quant.Pricing;

namespace SpyOptions.Tests.Quant.Pricing;

public sealed class NormalDistributionTests
{
    // Values to 16 digits from the series and continued fraction in extended precision.
    [Theory]
    [InlineData(0.1, 0.8875370839817152)]
    [InlineData(0.46875, 0.5073865267820621)]
    [InlineData(1.0, 0.1572992070502851)]
    [InlineData(4.0, 1.541725790028002e-8)]
    [InlineData(10.0, 2.088487583762545e-45)]
    [InlineData(26.0, 5.663192408856143e-296)]
    [InlineData(-2.0, 1.9953222650189528)]
    public void The_complementary_error_function_keeps_fifteen_digits(double x, double expected)
    {
        Assert.InRange(ErrorFunction.Complementary(x) / expected, 1 - 2e-15, 1 + 2e-15);
    }

    [Theory]
    [InlineData(-3.0)]
    [InlineData(-0.2)]
    [InlineData(0.3)]
    [InlineData(2.0)]
    [InlineData(6.0)]
    public void The_scaled_form_is_the_plain_one_times_the_exponential(double x)
    {
        Assert.InRange(ErrorFunction.ScaledComplementary(x) / (Math.Exp(x * x) * ErrorFunction.Complementary(x)), 1 - 2e-14, 1 + 2e-14);
    }

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(-8.0, 6.220960574271785e-16)]
    public void The_cumulative_probability_is_right_in_the_tail_too(double x, double expected)
    {
        Assert.InRange(NormalDistribution.Cumulative(x) / expected, 1 - 1e-14, 1 + 1e-14);
    }
}
