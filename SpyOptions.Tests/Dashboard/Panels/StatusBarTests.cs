using Bunit;
using SpyOptions.Contracts.Feed;
using SpyOptions.Dashboard.Panels;
using SpyOptions.Dashboard.Services;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Dashboard.Panels;

public sealed class StatusBarTests : DashboardContext
{
    [Theory]
    [InlineData(FeedState.Live, FeedCause.None, "Ticks arrive.")]
    [InlineData(FeedState.Delayed, FeedCause.DelayedData, "Delayed data was delivered.")]
    [InlineData(FeedState.Stale, FeedCause.CompetingSession, "Another session of the same user takes the data.")]
    [InlineData(FeedState.Closed, FeedCause.OutsideSession, "The exchange is closed.")]
    [InlineData(FeedState.Reconciling, FeedCause.Resubscribing, "Subscriptions are being restored.")]
    public void The_bar_names_the_state_its_cause_and_its_age(FeedState state, FeedCause cause, string text)
    {
        Feed.OnHub(LinkState.Up, "");
        Feed.OnFeed(DashboardSamples.Feed(Now, state, cause, text));
        var bar = Render<StatusBar>();

        Assert.Contains(state.ToString().ToUpperInvariant(), bar.Find(".feed-state").TextContent, StringComparison.Ordinal);
        Assert.Contains(text, bar.Find(".feed-state").TextContent, StringComparison.Ordinal);
        Assert.Equal("for 42m 00s", bar.Find(".feed-age").TextContent);
    }

    [Fact]
    public void A_report_that_grows_old_is_worth_no_more_than_stale()
    {
        Feed.OnHub(LinkState.Up, "");
        Feed.OnFeed(DashboardSamples.Feed(Now));
        var bar = Render<StatusBar>();
        Time.Advance(TimeSpan.FromSeconds(8));

        bar.WaitForAssertion(() => Assert.Contains("The bot no longer reports.", bar.Find(".feed-stale").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_lost_hub_shows_within_a_beat()
    {
        Feed.OnHub(LinkState.Up, "");
        Feed.OnFeed(DashboardSamples.Feed(Now));
        var bar = Render<StatusBar>();
        Feed.OnHub(LinkState.Down, "Connection refused.");
        Beat();

        bar.WaitForAssertion(() => Assert.Contains("no connection to the API", bar.Find(".feed-stale").TextContent, StringComparison.Ordinal));
        Assert.Contains("Hubdown", bar.Find(".links").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bar_counts_down_in_market_time_and_names_the_account()
    {
        Feed.OnFeed(DashboardSamples.Feed(Now));
        var bar = Render<StatusBar>();

        var facts = bar.Find(".facts").TextContent;
        Assert.Contains("13:30:00", facts, StringComparison.Ordinal);
        Assert.Contains("2:30:00", facts, StringComparison.Ordinal);
        Assert.Contains("2:00:00", facts, StringComparison.Ordinal);
        Assert.Equal("PAPER", bar.Find(".account").TextContent);
    }
}
