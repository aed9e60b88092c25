using static Microsoft.Playwright.Assertions;

namespace SpyOptions.Tests.Browser;

public sealed class TapeBrowserTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task The_tape_fills_and_a_reload_loses_nothing()
    {
        var page = await chromium.OpenAsync();
        await using var dashboard = await DashboardUnderTest.StartAsync();
        await page.GotoAsync(dashboard.Address);
        await Expect(page.GetByText("WAITING", new() { Exact = false }).First).ToBeVisibleAsync();
        await dashboard.PlaySessionAsync();

        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(24);
        await DashboardUnderTest.KeepAsync(page, "tape");
        await page.ReloadAsync();
        await Expect(page.Locator(".tape-row")).ToHaveCountAsync(24);
    }
}
