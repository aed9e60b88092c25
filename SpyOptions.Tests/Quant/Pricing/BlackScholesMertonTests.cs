using System.Globalization;
using System.Text.Json;
using CsCheck;
using SpyOptions.Quant.Pricing;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Quant.Pricing;

public sealed class BlackScholesMertonTests
{
    private static readonly Gen<(double Spot, double Strike, double Years, double Volatility, double Rate, double Yield)> Options =
        Gen.Select(Gen.Double[50, 900], Gen.Double[50, 900], Gen.Double[0.001, 3], Gen.Double[0.03, 1.5], Gen.Double[-0.01, 0.1], Gen.Double[0, 0.05]);

    // J. Hull, "Options, Futures, and Other Derivatives", the example of the Black-Scholes-Merton chapter: 4.76 and 0.81.
    [Theory]
    [InlineData(true, 4.759422)]
    [InlineData(false, 0.808599)]
    public void Hull_s_example_of_42_40_six_months_20_percent_10_percent(bool isCall, double expected)
    {
        Assert.Equal(expected, BlackScholesMerton.Price(isCall, 42, 40, 0.5, 0.2, 0.1, 0), 6);
    }

    // Hull, "Greek letters": stock 49, strike 50, 5 %, 20 %, 20 weeks: delta 0.522, gamma 0.066, theta -4.31 a year, vega 12.1, rho 8.91.
    [Fact]
    public void Hull_s_greeks_have_the_units_of_the_glossary()
    {
        var greeks = BlackScholesMerton.Greeks(true, 49, 50, 0.3846, 0.2, 0.05, 0);
        Assert.Equal(0.522, greeks.Delta, 3);
        Assert.Equal(0.066, greeks.Gamma, 3);
        Assert.Equal(-4.31 / 365, greeks.ThetaPerDay, 4);
        Assert.Equal(0.121, greeks.VegaPerPoint, 3);
        Assert.Equal(0.0891, greeks.RhoPerPoint, 4);
    }

    [Fact]
    public void Reference_values_of_QuantLib_are_met_within_their_tolerance()
    {
        var path = RequireVectors("quantlib", "europeanoption.csv");
        var rows = File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        Assert.True(rows.Count >= 40);
        foreach (var row in rows)
        {
            var number = row[2..].Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            var price = BlackScholesMerton.Price(row[1] == "Call", number[1], number[0], number[4], number[5], number[3], number[2]);
            Assert.InRange(price, number[6] - number[7], number[6] + number[7]);
        }
    }

    [Fact]
    public void Reference_values_of_vollib_are_met_with_their_greeks()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(RequireVectors("vollib", "vollib", "tests", "test_data.json")));
        var columns = document.RootElement.GetProperty("columns").EnumerateArray().Select((name, index) => (Name: name.GetString()!, index)).ToDictionary(x => x.Name, x => x.index);
        var rows = document.RootElement.GetProperty("data").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToArray()).ToList();
        Assert.True(rows.Count >= 100);
        foreach (var row in rows)
        {
            foreach (var (isCall, price, prefix) in new[] { (true, "bs_call", 'C'), (false, "bs_put", 'P') })
            {
                double Column(string name) => row[columns[name]];
                Near(Column(price), BlackScholesMerton.Price(isCall, Column("S"), Column("K"), Column("t"), Column("v"), Column("R"), 0));
                var greeks = BlackScholesMerton.Greeks(isCall, Column("S"), Column("K"), Column("t"), Column("v"), Column("R"), 0);
                Near(Column($"{prefix}D"), greeks.Delta);
                Near(Column($"{prefix}G"), greeks.Gamma);
                Near(Column($"{prefix}V"), greeks.VegaPerPoint * 100);
                Near(Column($"{prefix}R"), greeks.RhoPerPoint * 100);
                Near(Column($"{prefix}T"), greeks.ThetaPerDay * 365);
            }
        }
    }

    [Fact]
    public void Call_minus_put_is_the_discounted_forward_minus_strike()
    {
        Options.Sample(option =>
        {
            var (spot, strike, years, volatility, rate, yield) = option;
            var call = BlackScholesMerton.Price(true, spot, strike, years, volatility, rate, yield);
            var put = BlackScholesMerton.Price(false, spot, strike, years, volatility, rate, yield);
            return Math.Abs(call - put - (spot * Math.Exp(-yield * years)) + (strike * Math.Exp(-rate * years))) < 1e-9 * (spot + strike);
        });
    }

    [Fact]
    public void Price_rises_with_volatility_and_greeks_are_its_slopes()
    {
        Gen.Select(Options, Gen.Bool).Sample((option, isCall) =>
        {
            var (spot, strike, years, volatility, rate, yield) = option;
            double Price(double s, double v, double r, double t) => BlackScholesMerton.Price(isCall, s, strike, t, v, r, yield);
            var greeks = BlackScholesMerton.Greeks(isCall, spot, strike, years, volatility, rate, yield);
            var (ds, dv, dr, dt) = (spot * 1e-5, 1e-5, 1e-5, years * 1e-5);
            Near((Price(spot + ds, volatility, rate, years) - Price(spot - ds, volatility, rate, years)) / (2 * ds), greeks.Delta, 1e-5);
            Near((Price(spot, volatility + dv, rate, years) - Price(spot, volatility - dv, rate, years)) / (2 * dv) / 100, greeks.VegaPerPoint, 1e-4);
            Near((Price(spot, volatility, rate + dr, years) - Price(spot, volatility, rate - dr, years)) / (2 * dr) / 100, greeks.RhoPerPoint, 1e-4);
            Near((Price(spot, volatility, rate, years - dt) - Price(spot, volatility, rate, years + dt)) / (2 * dt) / 365, greeks.ThetaPerDay, 1e-4);
            Assert.True(Price(spot, volatility + 0.01, rate, years) >= Price(spot, volatility, rate, years));
        });
    }

    [Fact]
    public void An_expired_option_is_worth_its_intrinsic_value()
    {
        Assert.Equal(2, BlackScholesMerton.Price(true, 42, 40, 0, 0.2, 0.1, 0));
        Assert.Equal(0, BlackScholesMerton.Price(false, 42, 40, 0, 0.2, 0.1, 0));
        Assert.Equal(new Greeks(1, 0, 0, 0, 0), BlackScholesMerton.Greeks(true, 42, 40, 0, 0.2, 0.1, 0));
    }

    [Theory]
    [InlineData("spot", 0, 40, 1, 0.2)]
    [InlineData("strike", 42, double.NaN, 1, 0.2)]
    [InlineData("years", 42, 40, -1, 0.2)]
    [InlineData("volatility", 42, 40, 1, double.PositiveInfinity)]
    public void A_bad_argument_is_named(string name, double spot, double strike, double years, double volatility)
    {
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => BlackScholesMerton.Price(true, spot, strike, years, volatility, 0, 0)).ParamName);
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => BlackScholesMerton.Greeks(true, spot, strike, years, volatility, 0, 0)).ParamName);
    }

    private static void Near(double expected, double actual, double tolerance = 1e-6) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");

    private static string RequireVectors(params string[] parts)
    {
        if (Repository.MarketData is not { } data)
        {
            Assert.Skip("The reference vectors are not beside the repository (../shared/data/vectors, or SPYOPTIONS_DATA).");
            return "";
        }

        return Path.Combine([data, "vectors", .. parts]);
    }
}
