using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Bot.Detection;

public sealed class DataQualityTests
{
    [Theory]
    [InlineData("crossed", "bid above ask")]
    [InlineData("locked", "bid equal to ask")]
    [InlineData("zeroBid", "no bid where the neighbours are bid")]
    [InlineData("noBid", "no bid where the neighbours are bid")]
    [InlineData("spread", "spread wider than usual")]
    [InlineData("impossible", "price outside every model's bounds")]
    [InlineData("vendor", "broker's volatility does not fit the quote")]
    public void A_fault_names_the_culprit_and_gates_the_smile(string fault, string contribution)
    {
        using var bench = new DetectionBench();
        var culprit = bench.Option(fault == "impossible" ? 740 : 752, OptionRight.Call);
        for (var i = 0; i < 8; i++)
        {
            bench.Tick((option, quote) =>
            {
                quote = quote with { ImpliedVolatility = DetectionBench.Smile((double)option.Contract.Strike) };
                return option != culprit ? quote : fault switch
                {
                    "crossed" => quote with { Bid = quote.Ask + 0.05m },
                    "locked" => quote with { Bid = quote.Ask },
                    "zeroBid" => quote with { Bid = 0 },
                    "noBid" => quote with { Bid = null },
                    "spread" => quote with { Bid = quote.Bid - 1, Ask = quote.Ask + 1 },
                    "impossible" => quote with { Bid = 5, Ask = 5.02m },
                    _ => quote with { ImpliedVolatility = 0.5 },
                };
            });
        }

        Assert.NotEmpty(bench.Signals);
        Assert.All(bench.Signals, signal => Assert.Equal(culprit.Contract, signal.Contract));
        Assert.All(bench.Signals, signal => Assert.Equal(SignalKind.DataQuality, signal.Kind));
        var first = bench.Signals[0];
        Assert.Contains(first.Contributions, part => part.Name == contribution);
        Assert.Equal(first.Score, Evidence.Rebuild(first).Score);
        Assert.Equal(first.Contributions, Evidence.Rebuild(first).Contributions);
    }

    [Fact]
    public void A_quote_that_stays_while_spot_and_neighbours_move_is_stale()
    {
        using var bench = new DetectionBench();
        var culprit = bench.Option(750, OptionRight.Put);
        for (var i = 0; i < 60; i++)
        {
            bench.SetSpot(DetectionBench.Spot + (i * 0.05));
            bench.Tick((option, quote) => option == culprit && i > 10 ? null : quote);
        }

        var signal = Assert.Single(bench.Signals.Select(signal => (signal.Contract, signal.Kind)).Distinct());
        Assert.Equal((culprit.Contract, SignalKind.DataQuality), signal);
        Assert.Contains(bench.Signals[0].Contributions, part => part.Name == "silent while the underlying moved");
    }

    [Fact]
    public void A_chain_that_goes_quiet_as_a_whole_is_not_stale_contract_by_contract()
    {
        using var bench = new DetectionBench();
        for (var i = 0; i < 10; i++)
        {
            bench.Tick();
        }

        bench.SetSpot(752);
        bench.Advance(120);
        bench.Tick(seconds: 1);
        bench.Tick(seconds: 1);
        Assert.Empty(bench.Signals);
    }

    [Fact]
    public void A_fault_of_a_moment_is_not_claimed()
    {
        using var bench = new DetectionBench();
        var culprit = bench.Option(752, OptionRight.Call);
        bench.Tick();
        bench.Tick((option, quote) => option == culprit ? quote with { Bid = quote.Ask + 0.01m } : quote);
        bench.Tick();
        Assert.Empty(bench.Signals);
    }

    [Fact]
    public void Bad_input_of_any_sort_gives_no_exception_and_no_number_that_is_not_finite()
    {
        decimal?[] prices = [null, 0, -1, 0.01m, 5, 749, 1_000_000_000m];
        double?[] volatilities = [null, 0, -1, double.NaN, double.PositiveInfinity, 1e300];
        var random = new Random(3);
        using var bench = new DetectionBench();
        for (var i = 0; i < 40; i++)
        {
            bench.SetSpot(i % 10 == 9 ? 0.02 : DetectionBench.Spot);
            bench.MarketAt = i % 7 == 6 ? new DateTimeOffset(2026, 8, 7, 20, 0, 0, TimeSpan.Zero) : bench.MarketAt;
            bench.Tick((_, quote) => random.Next(3) > 0 ? quote : quote with
            {
                Bid = prices[random.Next(prices.Length)],
                Ask = prices[random.Next(prices.Length)],
                ImpliedVolatility = volatilities[random.Next(volatilities.Length)],
                Volume = random.NextInt64(-5, 1_000_000_000),
                Halted = random.Next(5) == 0,
            });
        }

        Assert.Equal(0, bench.Metrics.Errors.Read("detection"));
        Assert.NotEmpty(bench.Signals);
        Assert.All(bench.Signals, signal =>
        {
            Assert.True(double.IsFinite(signal.Score) && double.IsFinite(signal.Baseline) && double.IsFinite(signal.Spot) && double.IsFinite(signal.Delta ?? 0));
            Assert.All(signal.Inputs, input => Assert.True(double.IsFinite(input.Value)));
            Assert.All(signal.NearMisses, miss => Assert.True(double.IsFinite(miss.Score)));
            Assert.All(signal.Legs, leg => Assert.True(double.IsFinite(leg.ImpliedVolatility ?? 0) && double.IsFinite(leg.AgeMs)));
        });
    }

    [Fact]
    public void One_strike_and_an_expiry_without_quotes_are_silent()
    {
        using var one = new DetectionBench(contracts: DetectionBench.Listed(DetectionBench.Expiry, 750, 750));
        using var silent = new DetectionBench();
        for (var i = 0; i < 5; i++)
        {
            one.Tick();
            silent.Tick((_, _) => null);
        }

        Assert.Empty(one.Signals);
        Assert.Empty(silent.Signals);
        Assert.Equal(0, one.Metrics.Errors.Read("detection") + silent.Metrics.Errors.Read("detection"));
    }
}
