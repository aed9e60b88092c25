using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SpyOptions.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SpyOptions.Tests.Browser;

public sealed class DashboardPictureTests(ChromiumFixture chromium)
{
    private const string Overhang = """
        () => [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest(".tape-table thead, .scroll, .chain-scroll, .expiries, .visually-hidden, .bar-cell"))
            .slice(0, 5).map(e => e.tagName + "." + e.className).join(" ")
        """;

    private static readonly string[] Serious = ["serious", "critical"];

    public static TheoryData<string, int> Looks() => new()
    {
        { "dark", 1440 }, { "light", 1440 }, { "contrast", 1440 }, { "dark", 360 }, { "light", 360 },
    };

    private static IReadOnlyList<(string Name, string Path, string Ready)> Pages { get; } =
    [
        ("tape", "/", ".tape-row"), ("chain", "/chain", ".chain .strike"), ("feed", "/feed", ".hops"),
        ("signal", $"/signals/{DashboardSamples.Signal(59, DashboardSamples.MarketAt).Signal.Id}", ".bars"), ("nothing", "/nowhere", ".empty"),
    ];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_fits_its_width_and_axe_finds_nothing_serious(string theme, int width)
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
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
            await DashboardUnderTest.KeepAsync(page, $"{name}-{theme}-{width}");

            Assert.Equal("", await page.EvaluateAsync<string>(Overhang));
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            await AssertAccessibleAsync(page, name);
        }
    }

    private static async Task AssertAccessibleAsync(IPage page, string name)
    {
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(found.Violations.Where(violation => Serious.Contains(violation.Impact))
            .Select(violation => $"{name}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }
}
