using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.Bot.Detection;
using SpyOptions.Bot.Detection.Episodes;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Bot.Detection;

public sealed class EpisodeTests
{
    [Fact]
    public void A_claim_is_sent_at_once_then_on_doubling_and_when_it_gets_worse()
    {
        var tracker = new EpisodeTracker(new DetectionOptions(), new FakeTimeProvider());
        var sent = new List<int>();
        for (var second = 0; second < 40; second++)
        {
            var severity = second >= 20 ? SignalSeverity.High : SignalSeverity.Low;
            var (episode, due) = tracker.Observe(SignalKind.SmileResidual, 1, 0, severity, TimeSpan.FromSeconds(second));
            if (due)
            {
                EpisodeTracker.MarkOffered(episode, severity);
                sent.Add(episode.RepeatCount);
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 21], sent);
    }

    [Fact]
    public void A_long_silence_starts_a_new_episode_and_other_kinds_and_contracts_have_their_own()
    {
        var tracker = new EpisodeTracker(new DetectionOptions(), new FakeTimeProvider());
        var first = Id(SignalKind.SmileResidual, 1, 0);
        Assert.Equal(first, Id(SignalKind.SmileResidual, 1, 299));
        Assert.NotEqual(first, Id(SignalKind.SmileResidual, 2, 299));
        Assert.NotEqual(first, Id(SignalKind.DataQuality, 1, 299));
        Assert.NotEqual(first, Id(SignalKind.SmileResidual, 1, 700));

        Guid Id(SignalKind kind, int conId, int second) => tracker.Observe(kind, conId, 0, SignalSeverity.Low, TimeSpan.FromSeconds(second)).Episode.Id;
    }

    [Fact]
    public void Episodes_are_bounded_and_the_one_seen_longest_ago_makes_room()
    {
        var tracker = new EpisodeTracker(new DetectionOptions { EpisodesMax = 10 }, new FakeTimeProvider());
        for (var i = 0; i < 100; i++)
        {
            tracker.Observe(SignalKind.SmileResidual, i, 0, SignalSeverity.Low, TimeSpan.FromSeconds(i));
        }

        Assert.Equal(10, tracker.Count);
        Assert.Equal(1, tracker.Observe(SignalKind.SmileResidual, 1, 0, SignalSeverity.Low, TimeSpan.FromSeconds(100)).Episode.RepeatCount);
        Assert.Equal(2, tracker.Observe(SignalKind.SmileResidual, 99, 0, SignalSeverity.Low, TimeSpan.FromSeconds(101)).Episode.RepeatCount);
    }

    [Fact]
    public void The_budget_holds_in_any_minute_and_refills() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 2_000].Array[1, 300]).Sample((perMinute, pauses) =>
        {
            var budget = new SignalBudget(perMinute);
            var at = TimeSpan.Zero;
            var taken = new List<TimeSpan>();
            foreach (var pause in pauses)
            {
                at += TimeSpan.FromMilliseconds(pause);
                if (budget.TryTake(SignalKind.VolumeSurge, at))
                {
                    taken.Add(at);
                }
            }

            return taken.Count > 0 && taken.All(from => taken.Count(t => t >= from && t < from + TimeSpan.FromMinutes(1)) <= (2 * perMinute) + 1)
                && budget.TryTake(SignalKind.VolumeSurge, at + TimeSpan.FromMinutes(1));
        });

    [Fact]
    public void More_episodes_than_the_budget_are_counted_not_sent_and_repeats_need_no_place()
    {
        using var bench = new DetectionBench(new DetectionOptions { SignalsPerMinuteMax = 3 });
        for (var i = 0; i < 5; i++)
        {
            bench.Tick((option, quote) => option.Contract.Strike % 6 == 0 ? quote with { Bid = quote.Ask + 0.02m } : quote);
        }

        Assert.Equal(3, bench.Signals.Select(signal => signal.EpisodeId).Distinct().Count());
        Assert.True(bench.Own.SignalsSuppressed.Read(nameof(SignalKind.DataQuality)) > 3);
        Assert.Contains(bench.Signals, signal => signal.RepeatCount > 1);
    }

    [Theory]
    [InlineData(1, SignalSeverity.Low)]
    [InlineData(1.49, SignalSeverity.Low)]
    [InlineData(1.5, SignalSeverity.Medium)]
    [InlineData(3, SignalSeverity.High)]
    public void Severity_follows_the_ratio(double ratio, SignalSeverity severity) => Assert.Equal(severity, SeverityScale.Of(ratio * 2, 2));
}
