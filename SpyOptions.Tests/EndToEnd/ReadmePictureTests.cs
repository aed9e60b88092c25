using Microsoft.Playwright;
using SpyOptions.Contracts.Feed;
using SpyOptions.Tests.Browser;
using SpyOptions.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SpyOptions.Tests.EndToEnd;

/// <summary>The pages as a person meets them on the platform's own synthetic session; kept as the readme's pictures on request.</summary>
public sealed class ReadmePictureTests(ChromiumFixture chromium, SyntheticSession session) : IClassFixture<SyntheticSession>
{
    private const int SignalsMin = 8;

    [Fact]
    public async Task Every_page_shows_the_synthetic_session_and_can_be_kept_as_a_picture()
    {
        var page = await chromium.OpenAsync();
        await using var closing = page.Context;
        var platform = session.Platform;
        await Platform.EventuallyAsync(platform.FeedAsync, feed => feed is { State: FeedState.Live, LinesUsed: > 20 }, "a live feed with lines");
        await page.GotoAsync(platform.Host.DashboardAddress.ToString());
        await Expect(page.Locator(".tape-row").Nth(SignalsMin - 1)).ToBeVisibleAsync(new() { Timeout = 120_000 });
        if (Folder is not null)
        {
            await Expect(page.Locator(".c-kind").Filter(new() { HasText = "Smile residual" }).First).ToBeVisibleAsync(new() { Timeout = 240_000 });
            await Expect(page.Locator(".c-kind").Filter(new() { HasText = "Volume surge" }).First).ToBeVisibleAsync(new() { Timeout = 240_000 });
        }

        await KeepAsync(page, "tape");
        var address = await page.Locator(".tape-row").Filter(new() { HasText = Folder is null ? "" : "Smile residual" }).Locator(".c-contract a").First.GetAttributeAsync("href");
        await page.GotoAsync(new Uri(platform.Host.DashboardAddress, address).ToString());
        await Expect(page.GetByText("The parts sum to the score")).ToBeVisibleAsync();
        await KeepAsync(page, "signal");

        await page.GotoAsync(new Uri(platform.Host.DashboardAddress, "/chain").ToString());
        await Expect(page.Locator(".chain .dot").Nth(10)).ToBeVisibleAsync();
        await Expect(page.Locator(".spot-price")).ToBeInViewportAsync();
        await KeepAsync(page, "chain");

        await page.GotoAsync(new Uri(platform.Host.DashboardAddress, "/feed").ToString());
        await Expect(page.Locator(".hops tbody tr").Nth(5)).ToBeVisibleAsync();
        await KeepAsync(page, "feed");
    }

    private static string? Folder => Environment.GetEnvironmentVariable("SPYOPTIONS_SCREENSHOTS") is { Length: > 0 } folder ? Path.Combine(Repository.Root, folder) : null;

    private static async Task KeepAsync(IPage page, string name)
    {
        if (Folder is { } folder)
        {
            // The first seconds show what only the running circuit knows: the pace of the market clock, the centred chain.
            await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, TestContext.Current.CancellationToken);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
