using CsCheck;
using SpyOptions.Contracts.Signals;
using SpyOptions.Dashboard.Services;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Dashboard.Services;

public sealed class EpisodeBufferTests
{
    private static readonly DateTimeOffset Now = DashboardSamples.MarketAt;

    [Fact]
    public void In_whatever_order_claims_arrive_the_newest_of_each_episode_stays_and_no_more_than_allowed() =>
        Gen.Int[1, 60].Array[1, 80].Sample(
            sequences =>
            {
                var buffer = new EpisodeBuffer(10);
                foreach (var sequence in sequences)
                {
                    buffer.Apply(DashboardSamples.Signal(sequence, Now), null);
                }

                var expected = sequences.Distinct().OrderDescending().Take(10).Select(sequence => (long)sequence);
                return buffer.NewestFirst.Select(episode => episode.Newest.Sequence).SequenceEqual(expected) && buffer.LastSequence == sequences.Max();
            },
            iter: 200,
            seed: "0000000000001");

    [Fact]
    public void A_claim_that_comes_twice_changes_nothing()
    {
        var buffer = new EpisodeBuffer(10);
        var stored = DashboardSamples.Signal(1, Now);

        Assert.True(buffer.Apply(stored, Now));
        Assert.False(buffer.Apply(stored, Now.AddSeconds(1)));
    }

    [Fact]
    public void An_acknowledgement_stays_when_the_episode_fires_again()
    {
        var buffer = new EpisodeBuffer(10);
        var first = DashboardSamples.Signal(1, Now);
        buffer.Apply(first, null);
        buffer.Acknowledge(new SignalAcknowledgement(first.Signal.EpisodeId, Now, "a trader"));
        buffer.Apply(DashboardSamples.Signal(2, Now, signal => signal with { EpisodeId = first.Signal.EpisodeId, RepeatCount = 2 }), null);

        Assert.Equal("a trader", Assert.Single(buffer.NewestFirst).AcknowledgedBy);
    }
}
