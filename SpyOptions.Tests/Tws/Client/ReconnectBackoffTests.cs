using SpyOptions.Tws.Client;

namespace SpyOptions.Tests.Tws.Client;

public sealed class ReconnectBackoffTests
{
    [Fact]
    public void Waits_double_up_to_the_bound_and_jitter_takes_at_most_half()
    {
        var backoff = new ReconnectBackoff(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30), new Random(1));
        foreach (var step in new[] { 0.5, 1, 2, 4, 8, 16, 30, 30, 30 })
        {
            Assert.InRange(backoff.Next().TotalSeconds, step / 2, step);
        }
    }

    [Fact]
    public void A_hundred_thousand_attempts_still_wait_no_longer_than_the_bound()
    {
        var backoff = new ReconnectBackoff(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(30), new Random(1));
        for (var attempt = 0; attempt < 100_000; attempt++)
        {
            Assert.InRange(backoff.Next(), TimeSpan.Zero, TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public void The_same_seed_waits_the_same_and_reset_starts_again()
    {
        var first = new ReconnectBackoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), new Random(7));
        var second = new ReconnectBackoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), new Random(7));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(first.Next(), second.Next());
        }

        first.Reset();
        Assert.InRange(first.Next().TotalSeconds, 0.5, 1);
    }
}
