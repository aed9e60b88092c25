using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.Bot.MarketData;

namespace SpyOptions.Tests.Bot.MarketData;

public sealed class MarketClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 24, 14, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2020, 1, 1, 3, 0, 0, TimeSpan.Zero));
    private readonly MarketClock _clock;
    private DateTimeOffset _broker = Start;

    public MarketClockTests() => _clock = new MarketClock(_time);

    [Fact]
    public void Time_is_unknown_until_the_first_reply()
    {
        _clock.OnTradeTime(Start, _time.GetTimestamp());
        Assert.Null(_clock.Now);
        Assert.Null(_clock.SessionOpen);
        Assert.Null(_clock.YearsToExpiry(new DateOnly(2026, 7, 24)));
        Poll();
        Assert.NotNull(_clock.Now);
        Assert.True(_clock.SessionOpen);
        Assert.Equal(new DateOnly(2026, 7, 24), _clock.SessionDate);
        Assert.Equal(6.0 / (365 * 24), _clock.YearsToExpiry(new DateOnly(2026, 7, 24))!.Value, 6);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(60.0)]
    [InlineData(3600.0)]
    [InlineData(0.1)]
    [InlineData(7.5)]
    public void The_rate_of_a_replay_is_found_from_whole_seconds(double speed)
    {
        Poll();
        for (var poll = 0; poll < 30; poll++)
        {
            Run(TimeSpan.FromSeconds(1), speed);
            Poll();
        }

        Assert.InRange(_clock.Rate, speed - 0.1, speed + 0.1);
        Assert.InRange((_clock.Now!.Value - _broker).TotalSeconds, -1.0, 1.0);
        Run(TimeSpan.FromSeconds(0.9), speed);
        Assert.InRange((_clock.Now!.Value - _broker).TotalSeconds, -1.2, 1.2);
    }

    [Fact]
    public void Real_time_runs_at_exactly_one_and_hardly_ever_differs_by_more_than_half_a_second()
    {
        for (var poll = 0; poll < 40; poll++)
        {
            Run(TimeSpan.FromSeconds(0.97), 1);
            Poll();
            Assert.Equal(1.0, _clock.Rate);
        }

        Assert.InRange((_clock.Now!.Value - _broker).TotalSeconds, -0.3, 0.3);
    }

    [Fact]
    public void A_pause_stops_the_clock_without_running_it_back()
    {
        for (var poll = 0; poll < 10; poll++)
        {
            Run(TimeSpan.FromSeconds(1), 60);
            Poll();
        }

        var before = _clock.Now!.Value;
        for (var poll = 0; poll < 10; poll++)
        {
            Run(TimeSpan.FromSeconds(1), 0);
            Poll();
            Assert.True(_clock.Now >= before);
        }

        Assert.InRange(_clock.Rate, -0.1, 0.1);
        Assert.InRange((_clock.Now!.Value - _broker).TotalSeconds, -1, 61);
    }

    [Fact]
    public void A_seek_is_followed_both_ways()
    {
        Poll();
        Run(TimeSpan.FromSeconds(1), 1);
        Poll();
        _broker += TimeSpan.FromHours(2);
        Poll();
        Run(TimeSpan.FromSeconds(1), 1);
        Poll();
        Run(TimeSpan.FromSeconds(1), 1);
        Poll();
        Assert.InRange((_clock.Now!.Value - _broker).TotalSeconds, -1.5, 1.5);

        _broker -= TimeSpan.FromHours(5);
        Poll();
        for (var poll = 0; poll < 3; poll++)
        {
            Run(TimeSpan.FromSeconds(1), 1);
            Poll();
        }

        Assert.InRange((_clock.Now!.Value - _broker).TotalSeconds, -1.5, 1.5);
        Assert.InRange(_clock.Rate, 0.5, 1.5);
    }

    [Fact]
    public void The_session_is_closed_at_night_and_tells_its_next_close()
    {
        _broker = new DateTimeOffset(2026, 7, 24, 22, 0, 0, TimeSpan.Zero);
        Poll();
        Assert.False(_clock.SessionOpen);
        Assert.Equal(new DateTimeOffset(2026, 7, 27, 20, 0, 0, TimeSpan.Zero), _clock.SessionClosesAt);
        Assert.Equal(new DateOnly(2026, 7, 27), _clock.SessionDate);
    }

    [Fact]
    public void Time_never_runs_back_while_the_broker_runs_forward() =>
        Gen.Select(Gen.Double[0.2, 3], Gen.Double[0.05, 2].Array[5, 40], Gen.Double[0, 0.4].Array[40]).Sample(
            (speed, gaps, delays) =>
            {
                var time = new FakeTimeProvider();
                var clock = new MarketClock(time);
                var broker = Start;
                DateTimeOffset? last = null;
                for (var index = 0; index < gaps.Length; index++)
                {
                    time.Advance(TimeSpan.FromSeconds(gaps[index]));
                    broker += TimeSpan.FromSeconds(gaps[index] * speed);
                    var sent = time.GetTimestamp();
                    var told = DateTimeOffset.FromUnixTimeSeconds(broker.ToUnixTimeSeconds());
                    time.Advance(TimeSpan.FromSeconds(delays[index]));
                    broker += TimeSpan.FromSeconds(delays[index] * speed);
                    clock.OnCurrentTime(told, sent, time.GetTimestamp());
                    var now = clock.Now;
                    Assert.True(last is null || now >= last);
                    last = now;
                }
            },
            iter: 300);

    private void Run(TimeSpan elapsed, double speed)
    {
        _time.Advance(elapsed);
        _broker += elapsed * speed;
    }

    private void Poll()
    {
        var sent = _time.GetTimestamp();
        _clock.OnCurrentTime(DateTimeOffset.FromUnixTimeSeconds(_broker.ToUnixTimeSeconds()), sent, _time.GetTimestamp());
    }
}
