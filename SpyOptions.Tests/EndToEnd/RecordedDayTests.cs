using SpyOptions.Contracts.Feed;
using SpyOptions.Tests.Browser;
using SpyOptions.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SpyOptions.Tests.EndToEnd;

public sealed class RecordedDayTests(ChromiumFixture chromium)
{
    private const string Day = "spy-0dte-intraday/2026-07-29.csv.gz";

    [Fact]
    public async Task A_recorded_day_plays_faster_than_the_clock_and_keeps_its_own_time()
    {
        await using var platform = await Platform.StartAsync("--session", RecordedFile(), "--speed", "120");

        var first = await Platform.EventuallyAsync(platform.FeedAsync, feed => feed is { State: FeedState.Live, MarketAt: not null, Spot: > 0 }, "a live feed");
        var later = await Platform.EventuallyAsync(platform.FeedAsync, feed => feed!.MarketAt - first!.MarketAt > TimeSpan.FromMinutes(10), "ten minutes of market time");

        Assert.Equal(new DateOnly(2026, 7, 29), DateOnly.FromDateTime(later!.MarketAt!.Value.UtcDateTime));
        Assert.True(later.ReportedAt - first!.ReportedAt < TimeSpan.FromSeconds(30), "Ten minutes took longer than thirty seconds at 120 times speed.");
    }

    [Fact]
    public async Task In_a_browser_the_recorded_day_fills_the_tape_moves_the_chain_and_a_reload_loses_nothing()
    {
        var page = await chromium.OpenAsync();
        await using var closing = page.Context;
        await using var platform = await Platform.StartAsync("--session", RecordedFile(), "--speed", "300");
        await page.GotoAsync(platform.Host.DashboardAddress.ToString());

        await Expect(page.Locator(".tape-row").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var before = await page.Locator(".tape-row").CountAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(".tape-row").Nth(before - 1)).ToBeVisibleAsync(new() { Timeout = 20_000 });

        await page.GotoAsync(new Uri(platform.Host.DashboardAddress, "/chain").ToString());
        var chain = page.Locator("table.chain");
        await Expect(chain).ToBeVisibleAsync();
        var then = await chain.InnerTextAsync();
        await Expect(chain).Not.ToHaveTextAsync(then, new() { Timeout = 30_000, UseInnerText = true });
    }

    private static string RecordedFile()
    {
        Assert.SkipWhen(Repository.MarketData is null, "The folder of recorded market data is not beside the repository.");
        return Path.Combine(Repository.MarketData!, Day);
    }
}
