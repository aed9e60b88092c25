using SpyOptions.Dashboard.Services;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Dashboard.Services;

public sealed class MarketPaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 19, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, "")]
    [InlineData(60, "×60")]
    [InlineData(0.5, "×0.5")]
    [InlineData(0, "paused")]
    public void Reports_tell_how_fast_the_market_clock_runs(double speed, string word)
    {
        var pace = MarketPace.Unknown;
        for (var second = 0; second <= 20; second++)
        {
            pace = Report(pace, second, DashboardSamples.MarketAt.AddSeconds(second * speed));
        }

        Assert.Equal(speed, pace.Speed!.Value, 1e-6);
        Assert.Equal(word, pace.Word);
        Assert.True(pace.IsSimulated);
    }

    [Fact]
    public void The_market_of_this_moment_is_not_simulated() => Assert.False(Report(MarketPace.Unknown, 0, Start.AddSeconds(2)).IsSimulated);

    [Fact]
    public void A_seek_back_starts_a_new_measurement()
    {
        var pace = MarketPace.Unknown;
        for (var second = 0; second <= 10; second++)
        {
            pace = Report(pace, second, DashboardSamples.MarketAt.AddSeconds(second));
        }

        Assert.Null(Report(pace, 11, DashboardSamples.MarketAt.AddHours(-1)).Speed);
    }

    private static MarketPace Report(MarketPace pace, int second, DateTimeOffset market) =>
        pace.With(DashboardSamples.Feed(Start.AddSeconds(second)) with { MarketAt = market });
}
