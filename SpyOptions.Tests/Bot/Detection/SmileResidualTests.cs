using CsCheck;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Bot.Detection;

public sealed class SmileResidualTests
{
    [Fact]
    public void A_clean_chain_is_silent()
    {
        using var bench = new DetectionBench();
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            bench.SetSpot(bench.Price + ((random.NextDouble() - 0.5) * 0.1));
            bench.Tick();
        }

        Assert.Empty(bench.Signals);
    }

    [Fact]
    public void A_bump_names_the_culprit_and_nobody_else() =>
        Gen.Select(Gen.Int[735, 765], Gen.Bool, Gen.Double[0.01, 0.06], Gen.Bool).Sample((strike, call, size, up) =>
        {
            using var bench = new DetectionBench();
            var culprit = bench.Option(strike, call ? OptionRight.Call : OptionRight.Put);
            for (var i = 0; i < 8; i++)
            {
                bench.Tick((option, quote) => option == culprit ? bench.Fair(option, up ? size : -size / 2) : quote);
            }

            return bench.Signals.Count > 0 && bench.Signals.All(signal => signal.Kind == SignalKind.SmileResidual && signal.Contract == culprit.Contract);
        }, iter: 12);

    [Fact]
    public void It_explains_itself_and_its_inputs_rebuild_the_score()
    {
        using var bench = new DetectionBench();
        var culprit = bench.Option(745, OptionRight.Put);
        for (var i = 0; i < 20; i++)
        {
            bench.Tick((option, quote) => option == culprit ? bench.Fair(option, 0.03) : quote);
        }

        // First at once, then on doubling counts.
        Assert.Equal([1, 2, 4, 8], bench.Signals.Select(signal => signal.RepeatCount));
        Assert.Single(bench.Signals.Select(signal => signal.EpisodeId).Distinct());
        var signal = bench.Signals[0];
        var evidence = Evidence.Rebuild(signal);
        Assert.Equal(signal.Score, evidence.Score);
        Assert.Equal(signal.Contributions, evidence.Contributions);
        Assert.Equal(signal.Score, signal.Contributions.Sum(part => part.Amount));
        Assert.True(signal.Score >= signal.Threshold);
        Assert.Equal(SignalSeverity.High, signal.Severity);
        Assert.NotEmpty(signal.NearMisses);
        Assert.All(signal.NearMisses, miss => Assert.False(string.IsNullOrWhiteSpace(miss.Reason)));
        Assert.Contains(signal.NearMisses, miss => miss.Reason.StartsWith("only the culprit bends", StringComparison.Ordinal));
        Assert.Equal(culprit.Contract, Assert.Single(signal.Legs).Contract);
        Assert.True(signal.ExpiresAt > signal.DetectedAt);
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$", signal.TraceParent);
    }

    [Fact]
    public void A_bump_that_does_not_last_is_not_claimed()
    {
        using var bench = new DetectionBench();
        var culprit = bench.Option(750, OptionRight.Call);
        for (var i = 0; i < 20; i++)
        {
            var bumped = i % 3 == 0;
            bench.Tick((option, quote) => option == culprit && bumped ? bench.Fair(option, 0.04) : quote);
        }

        Assert.Empty(bench.Signals);
    }

    [Fact]
    public void A_move_of_the_smile_inside_the_quote_is_not_claimed()
    {
        using var bench = new DetectionBench();
        var wide = bench.Option(750, OptionRight.Call);
        for (var i = 0; i < 10; i++)
        {
            bench.Tick((option, quote) => option == wide ? quote with { Bid = quote.Bid - 0.02m, Ask = quote.Ask + 0.06m } : quote);
        }

        Assert.DoesNotContain(bench.Signals, signal => signal.Kind == SignalKind.SmileResidual);
    }

    [Fact]
    public void A_bulge_of_three_strikes_is_one_claim_at_its_peak()
    {
        using var bench = new DetectionBench();
        for (var i = 0; i < 8; i++)
        {
            bench.Tick((option, quote) => option.Contract is { Right: OptionRight.Put, Strike: >= 744 and <= 746 }
                ? bench.Fair(option, option.Contract.Strike == 745 ? 0.03 : 0.015)
                : quote);
        }

        var contract = Assert.Single(bench.Signals.Select(signal => signal.Contract).Distinct());
        Assert.Equal(745, contract.Strike);
        Assert.Contains(bench.Signals[0].NearMisses, miss => miss.Reason == "moved with the culprit, which stands out further");
    }

    [Fact]
    public void Half_a_chain_that_has_not_yet_followed_the_spot_is_not_claimed()
    {
        using var bench = new DetectionBench();
        for (var i = 0; i < 5; i++)
        {
            bench.Tick();
        }

        bench.SetSpot(751.5);
        for (var i = 0; i < 6; i++)
        {
            bench.Tick((option, quote) => option.Contract.Strike % 2 == 0 ? quote : null, seconds: 0.4);
        }

        Assert.DoesNotContain(bench.Signals, signal => signal.Kind == SignalKind.SmileResidual);
    }

    [Fact]
    public void Evidence_without_an_input_says_which()
    {
        using var bench = new DetectionBench();
        var culprit = bench.Option(745, OptionRight.Put);
        for (var i = 0; i < 5; i++)
        {
            bench.Tick((option, quote) => option == culprit ? bench.Fair(option, 0.03) : quote);
        }

        var signal = bench.Signals[0] with { Inputs = [.. bench.Signals[0].Inputs.Where(input => input.Name != "halfWidth")] };
        Assert.Contains("halfWidth", Assert.Throws<FormatException>(() => Evidence.Rebuild(signal)).Message, StringComparison.Ordinal);
    }
}
