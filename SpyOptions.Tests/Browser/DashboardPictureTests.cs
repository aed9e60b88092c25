using SpyOptions.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SpyOptions.Tests.Browser;

public sealed class DashboardPictureTests(ChromiumFixture chromium)
{
    public static TheoryData<string, int> Looks() => new()
    {
        { "dark", 1440 }, { "light", 1440 }, { "contrast", 1440 }, { "dark", 360 }, { "light", 360 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_fits_its_width(string theme, int width)
    {
        var page = await chromium.OpenAsync(width, width == 360 ? 740 : 900);
        await page.AddInitScriptAsync($"localStorage.setItem('spy-options.theme', JSON.stringify('{theme}'))");
        await using var dashboard = await DashboardUnderTest.StartAsync();
        await dashboard.PlaySessionAsync(60);
        await dashboard.PlayVarietyAsync();
        foreach (var (name, path, ready) in Pages)
        {
            await page.GotoAsync(dashboard.Address + path);
            await Expect(page.Locator(ready).First).ToBeVisibleAsync();
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            await DashboardUnderTest.KeepAsync(page, $"{name}-{theme}-{width}");
            Assert.Equal(0, overflow);
        }
    }

    private static IReadOnlyList<(string Name, string Path, string Ready)> Pages { get; } =
    [
        ("tape", "/", ".tape-row"), ("chain", "/chain", ".chain .strike"), ("feed", "/feed", ".hops"),
        ("signal", $"/signals/{DashboardSamples.Signal(59, DashboardSamples.MarketAt).Signal.Id}", ".bars"),
    ];
}
