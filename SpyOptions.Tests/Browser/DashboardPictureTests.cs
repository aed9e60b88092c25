using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SpyOptions.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SpyOptions.Tests.Browser;

[Collection(SharedDashboard.Name)]
public sealed class DashboardPictureTests(ChromiumFixture chromium, SharedDashboard shared)
{
    private const string Overhang = """
        () => [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest(".tape-table thead, .scroll, .chain-scroll, .expiries, .visually-hidden, .bar-cell"))
            .slice(0, 5).map(e => e.tagName + "." + e.className).join(" ")
        """;

    private static readonly string[] Serious = ["serious", "critical"];

    // Both widths and both themes meet axe; a colour does not depend on the width, nor a width on the colour.
    public static TheoryData<string, int> Looks() => new() { { "dark", 1440 }, { "light", 360 } };

    private static IReadOnlyList<(string Name, string Path, string Ready)> Pages { get; } =
    [
        ("tape", "/", ".tape-row"), ("chain", "/chain", ".chain .strike"), ("feed", "/feed", ".hops"),
        ("signal", $"/signals/{DashboardSamples.Signal(59, DashboardSamples.MarketAt).Signal.Id}", ".bars"), ("nothing", "/nowhere", ".empty"),
    ];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_fits_its_width_and_axe_finds_nothing_serious(string theme, int width) => await CheckAsync(theme, width, Pages);

    [Theory]
    [InlineData("dark", 360)]
    [InlineData("light", 1440)]
    [InlineData("contrast", 1440)]
    public async Task Another_look_of_the_tape_fits_its_width_and_axe_finds_nothing_serious(string theme, int width) =>
        await CheckAsync(theme, width, Pages.Take(1));

    private async Task CheckAsync(string theme, int width, IEnumerable<(string Name, string Path, string Ready)> pages)
    {
        var page = await chromium.OpenAsync(width, width == 360 ? 740 : 900);
        await using var closing = page.Context;
        await page.AddInitScriptAsync($"localStorage.setItem('spy-options.theme', JSON.stringify('{theme}'))");
        foreach (var (name, path, ready) in pages)
        {
            await page.GotoAsync(shared.Dashboard.Address + path);
            await Expect(page.Locator(ready).First).ToBeVisibleAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
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
