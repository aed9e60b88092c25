using Microsoft.Playwright;
using SpyOptions.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SpyOptions.Tests.Browser;

[Collection(SharedDashboard.Name)]
public sealed class TapeBrowserTests(ChromiumFixture chromium)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task The_tape_fills_and_a_reload_loses_nothing()
    {
        var page = await chromium.OpenAsync();
        await using var closing = page.Context;
        await using var dashboard = await DashboardUnderTest.StartAsync();
        await page.GotoAsync(dashboard.Address);
        await Expect(page.GetByText("Nothing unusual has been seen yet.")).ToBeVisibleAsync();
        await dashboard.PlaySessionAsync();

        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(24);
        await Expect(page.Locator(".feed-live")).ToContainTextAsync("LIVE");
        await page.ReloadAsync();
        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(24);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_survive_a_reload()
    {
        var page = await OpenTapeAsync();
        await using var closing = page.Context;
        await using var dashboard = await DashboardUnderTest.StartAsync();
        await dashboard.PlaySessionAsync();
        await page.GotoAsync(dashboard.Address);
        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(24);
        await PressUntilOnAsync(page.GetByRole(AriaRole.Button, new() { Name = "Volume surge", Exact = true }));
        await page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("kind=VolumeSurge.*right=Call"));
        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(4);
        await page.ReloadAsync();
        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(4);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task A_paused_tape_stands_still_and_counts_what_is_new()
    {
        var page = await OpenTapeAsync();
        await using var closing = page.Context;
        await using var dashboard = await DashboardUnderTest.StartAsync();
        await dashboard.PlaySessionAsync(3);
        await page.GotoAsync(dashboard.Address);
        await PressUntilOnAsync(page.GetByRole(AriaRole.Button, new() { Name = "Pause" }), page.GetByRole(AriaRole.Button, new() { Name = "Resume" }));
        await dashboard.Api.PlayAsync(DashboardSamples.Signal(10, Now));
        await dashboard.Api.PlayAsync(DashboardSamples.Signal(11, Now));

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume · 2 new" })).ToBeVisibleAsync();
        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task With_the_api_away_the_page_says_so_and_fills_the_gap_by_itself_when_it_returns()
    {
        var page = await OpenTapeAsync();
        await using var closing = page.Context;
        await using var dashboard = await DashboardUnderTest.StartAsync();
        await dashboard.PlaySessionAsync(3);
        await page.GotoAsync(dashboard.Address);
        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(3);
        var (script, port) = (dashboard.Api.Played, dashboard.Api.Address.Port);
        await dashboard.Api.DisposeAsync();

        await Expect(page.GetByText("The dashboard has no connection to the API.").First).ToBeVisibleAsync();
        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(3);
        script.Signals[4] = DashboardSamples.Signal(4, Now);
        script.Feed = DashboardSamples.Feed(Now);
        dashboard.Api = await FakeApi.StartAsync(port, script);

        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(4, new() { Timeout = 15_000 });
        await Expect(page.Locator(".feed-live")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_row_leads_to_its_reasons_and_back_and_acknowledging_shows_on_the_tape()
    {
        var page = await OpenTapeAsync();
        await using var closing = page.Context;
        await using var dashboard = await DashboardUnderTest.StartAsync();
        await dashboard.PlaySessionAsync(2);
        await page.GotoAsync(dashboard.Address);
        await page.Locator(".tape-row .c-contract a").First.ClickAsync();
        await Expect(page.GetByText("The parts sum to the score")).ToBeVisibleAsync();
        await PressUntilOnAsync(page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge", Exact = true }), page.GetByRole(AriaRole.Button, new() { Name = "Acknowledged" }));
        await page.GetByRole(AriaRole.Link, new() { Name = "All signals" }).ClickAsync();

        await Expect(page.Locator(".tape-row.acknowledged")).ToHaveCountAsync(1);
    }

    private Task<IPage> OpenTapeAsync() => chromium.OpenAsync();

    // A page is drawn before its circuit listens; the first press may fall into that gap.
    private static async Task PressUntilOnAsync(ILocator button, ILocator? on = null)
    {
        var pressed = on ?? button.And(button.Page.Locator("[aria-pressed='true']"));
        for (var attempt = 0; attempt < 20 && !await pressed.IsVisibleAsync(); attempt++)
        {
            await button.Or(pressed).First.ClickAsync(new() { Trial = await pressed.IsVisibleAsync() });
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await Expect(pressed).ToBeVisibleAsync();
    }
}
