using Microsoft.Playwright;
using SpyOptions.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SpyOptions.Tests.Browser;

[Collection(SharedDashboard.Name)]
public sealed class ChainBrowserTests(ChromiumFixture chromium, SharedDashboard shared)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task The_chain_follows_the_quotes_and_the_spot()
    {
        var page = await chromium.OpenAsync();
        await using var closing = page.Context;
        await page.GotoAsync($"{shared.Dashboard.Address}/chain");
        await Expect(page.Locator(".spot-price")).ToContainTextAsync("671.42");
        await shared.Dashboard.Api.PlayAsync(DashboardSamples.Chain(DashboardSamples.Today, Now, spot: 674.6));

        await Expect(page.Locator(".spot-price")).ToContainTextAsync("674.60");
    }

    [Fact]
    public async Task Another_expiry_opens_from_its_tab_and_keeps_its_address()
    {
        var page = await chromium.OpenAsync();
        await using var closing = page.Context;
        await page.GotoAsync($"{shared.Dashboard.Address}/chain");
        await page.GetByRole(AriaRole.Link, new() { Name = "24 Nov" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/chain/2026-11-24$"));
        await Expect(page.Locator("[aria-current='page']").Last).ToContainTextAsync("4DTE");
        await Expect(page.Locator(".chain .strike").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Arrow_keys_move_between_cells()
    {
        var page = await chromium.OpenAsync();
        await using var closing = page.Context;
        await page.GotoAsync($"{shared.Dashboard.Address}/chain");
        var first = page.Locator(".chain td[tabindex='0']");
        // The circuit moves the focus to the heading when it starts to listen.
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await first.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");

        var place = await page.EvaluateAsync<int[]>(
            "() => { const cell = document.activeElement, row = cell.closest('tr'); return [[...row.parentElement.children].indexOf(row), [...row.querySelectorAll('[data-column]')].indexOf(cell)]; }");
        Assert.Equal([1, 1], place);
    }

    [Fact]
    public async Task Chosen_columns_survive_a_reload()
    {
        var page = await chromium.OpenAsync();
        await using var closing = page.Context;
        await page.GotoAsync($"{shared.Dashboard.Address}/chain");
        var gamma = page.GetByRole(AriaRole.Columnheader, new() { Name = "Gamma" });
        for (var attempt = 0; attempt < 10 && !await page.GetByText("Gamma, hidden").IsVisibleAsync(); attempt++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await page.GetByText("Gamma, hidden").ClickAsync();
        await Expect(gamma).ToHaveCountAsync(2);
        await page.ReloadAsync();
        await Expect(gamma).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_narrow_screen_scrolls_the_chain_sideways_and_keeps_the_strikes()
    {
        var page = await chromium.OpenAsync(360, 740);
        await using var closing = page.Context;
        await page.GotoAsync($"{shared.Dashboard.Address}/chain");
        var strike = page.Locator(".chain .strike").First;
        await Expect(strike).ToBeVisibleAsync();
        foreach (var left in new[] { 0, 5_000 })
        {
            await page.EvaluateAsync("left => document.querySelector('.chain-scroll').scrollLeft = left", left);
            var box = await strike.BoundingBoxAsync();
            Assert.InRange(box!.X, 0, 360 - box.Width);
        }
    }
}
