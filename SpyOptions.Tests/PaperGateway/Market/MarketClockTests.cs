using Microsoft.Extensions.Time.Testing;
using SpyOptions.PaperGateway.Market;

namespace SpyOptions.Tests.PaperGateway.Market;

public sealed class MarketClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 24, 13, 30, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider time = new();
    private readonly MarketClock clock;

    public MarketClockTests() => clock = new MarketClock(time, Start, Start.AddHours(6.5), Start.AddHours(1), 10);

    [Fact]
    public void It_runs_at_its_speed_and_a_new_speed_counts_from_then_on()
    {
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(Start.AddHours(1).AddMinutes(1), clock.Now);
        clock.SetSpeed(0.5);
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(Start.AddHours(1).AddMinutes(1.5), clock.Now);
        Assert.Equal(0.5, clock.Speed);
    }

    [Fact]
    public void Paused_it_stands_still_and_resumed_it_goes_on_from_there()
    {
        clock.Pause();
        clock.Pause();
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddHours(1), clock.Now);
        Assert.True(clock.IsPaused);
        clock.Resume();
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddHours(1).AddSeconds(10), clock.Now);
    }

    [Fact]
    public void A_seek_moves_it_both_ways_and_is_counted()
    {
        clock.Seek(Start);
        Assert.Equal(Start, clock.Now);
        clock.Pause();
        clock.Seek(Start.AddHours(3));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddHours(3), clock.Now);
        Assert.Equal(2, clock.Seeks);
    }

    [Fact]
    public void It_stops_at_its_end()
    {
        time.Advance(TimeSpan.FromHours(10));
        Assert.Equal(clock.EndsAt, clock.Now);
        clock.SetSpeed(1);
        time.Advance(TimeSpan.FromHours(10));
        Assert.Equal(clock.EndsAt, clock.Now);
    }

    [Theory]
    [InlineData(0.09)]
    [InlineData(3601)]
    [InlineData(double.NaN)]
    public void A_speed_outside_its_bounds_is_refused(double speed)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.SetSpeed(speed));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarketClock(time, Start, Start, Start, speed));
    }

    [Fact]
    public void A_seek_outside_its_bounds_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Seek(Start.AddSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Seek(clock.EndsAt.AddSeconds(1)));
    }

    [Fact]
    public async Task Many_threads_may_change_it_at_once()
    {
        await Parallel.ForAsync(0, 2000, TestContext.Current.CancellationToken, (index, _) =>
        {
            switch (index % 4)
            {
                case 0:
                    clock.Pause();
                    break;
                case 1:
                    clock.Resume();
                    break;
                case 2:
                    clock.SetSpeed(1 + (index % 100));
                    break;
                default:
                    clock.Seek(Start.AddSeconds(index));
                    break;
            }

            time.Advance(TimeSpan.FromMilliseconds(1));
            return ValueTask.CompletedTask;
        });
        Assert.InRange(clock.Now, clock.StartsAt, clock.EndsAt);
        Assert.Equal(500, clock.Seeks);
    }
}
