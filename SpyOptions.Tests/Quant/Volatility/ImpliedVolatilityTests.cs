using CsCheck;
using SpyOptions.Quant.Pricing;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Tests.Quant.Volatility;

public sealed class ImpliedVolatilityTests
{
    [Fact]
    public void Hull_s_example_gives_23_5_percent()
    {
        // Hull: spot 21, strike 20, 10 %, three months, price 1.875.
        var result = ImpliedVolatility.TryFindBlack76(true, 1.875, 21 * Math.Exp(0.025), 20, 0.25, Math.Exp(-0.025));
        Assert.Equal(ImpliedVolatilityFailure.None, result.Failure);
        Assert.Equal(0.235, result.Value!.Value, 3);
    }

    [Fact]
    public void A_price_gives_back_the_volatility_that_made_it()
    {
        Gen.Select(Gen.Double[-0.7, 0.7], Gen.Double[0.0005, 3], Gen.Double[0.02, 3], Gen.Bool).Sample((moneyness, years, volatility, isCall) =>
        {
            var (forward, discount) = (700.0, Math.Exp(-0.04 * years));
            var strike = forward * Math.Exp(moneyness);
            var outOfTheMoney = isCall == (moneyness > 0);
            var price = Black76.Price(isCall, forward, strike, years, volatility, discount);
            if (!outOfTheMoney || price < 1e-6)
            {
                return;
            }

            var found = ImpliedVolatility.TryFindBlack76(isCall, price, forward, strike, years, discount);
            Assert.NotNull(found.Value);
            Assert.InRange(found.Value.Value / volatility, 1 - 1e-11, 1 + 1e-11);
        });
    }

    [Fact]
    public void The_search_stops_within_a_ten_billionth_wherever_an_option_is_worth_half_a_cent()
    {
        Gen.Select(Gen.Double[-1.5, 1.5], Gen.Double[Math.Log(0.01), Math.Log(2.8)], Gen.Double[Math.Log(0.0005), Math.Log(3)]).Sample(
            (moneyness, logDeviation, logYears) =>
            {
                const double Forward = 740;
                var years = Math.Exp(logYears);
                var volatility = Math.Exp(logDeviation) / Math.Sqrt(years);
                var strike = Forward * Math.Exp(moneyness);
                var price = Black76.Price(moneyness > 0, Forward, strike, years, volatility, 1);
                if (price < 0.005)
                {
                    return;
                }

                var found = ImpliedVolatility.TryFindBlack76(moneyness > 0, price, Forward, strike, years, 1);
                Assert.NotNull(found.Value);
                Assert.InRange(Math.Abs((found.Value.Value / volatility) - 1), 0, 1e-10);
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData(1e-300, 300)]
    [InlineData(1e-30, 400)]
    [InlineData(0.005, 500)]
    [InlineData(0.01, 700)]
    [InlineData(399.999, 400)]
    public void The_far_wings_and_the_top_still_round_trip(double price, double strike)
    {
        var volatility = ImpliedVolatility.TryFindBlack76(false, price, 740, strike, 0.01, 1).Value;
        Assert.NotNull(volatility);
        Assert.InRange(Black76.Price(false, 740, strike, 0.01, volatility.Value, 1) / price, 1 - 1e-9, 1 + 1e-9);
    }

    [Theory]
    [InlineData(true, 5, 100, 95, 0, 1, ImpliedVolatilityFailure.NoTime)]
    [InlineData(true, 5, 100, 95, 1, 1, ImpliedVolatilityFailure.BelowIntrinsic)]
    [InlineData(true, 0, 100, 105, 1, 1, ImpliedVolatilityFailure.BelowIntrinsic)]
    [InlineData(true, 100, 100, 95, 1, 1, ImpliedVolatilityFailure.AboveBound)]
    [InlineData(false, 95, 100, 95, 1, 1, ImpliedVolatilityFailure.AboveBound)]
    [InlineData(true, double.NaN, 100, 95, 1, 1, ImpliedVolatilityFailure.NotFinite)]
    [InlineData(true, 5, 0, 95, 1, 1, ImpliedVolatilityFailure.NotFinite)]
    [InlineData(true, 5, 100, 95, 1, -1, ImpliedVolatilityFailure.NotFinite)]
    public void An_undefined_volatility_says_why(bool isCall, double price, double forward, double strike, double years, double discount, object reason)
    {
        var result = ImpliedVolatility.TryFindBlack76(isCall, price, forward, strike, years, discount);
        Assert.Null(result.Value);
        Assert.Equal(reason, result.Failure);
    }
}
