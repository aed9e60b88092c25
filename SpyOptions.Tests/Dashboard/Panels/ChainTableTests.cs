using Bunit;
using SpyOptions.Contracts.Feed;
using SpyOptions.Dashboard.Panels;
using SpyOptions.Dashboard.Services;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Dashboard.Panels;

public sealed class ChainTableTests : DashboardContext
{
    private static readonly ChainSnapshot Chain = DashboardSamples.Chain(DashboardSamples.Today, DashboardSamples.MarketAt);

    [Fact]
    public void Calls_stand_left_puts_right_and_the_spot_between_its_strikes()
    {
        var rows = RenderTable().FindAll("tbody tr");

        var spot = rows.Index().Single(row => row.Item.ClassList.Contains("spot-line"));
        Assert.Equal("671", rows[spot.Index - 1].QuerySelector(".strike")!.TextContent);
        Assert.Equal("672", rows[spot.Index + 1].QuerySelector(".strike")!.TextContent);
        Assert.Contains("0.53", rows[spot.Index - 1].Children.TakeWhile(cell => !cell.ClassList.Contains("strike")).Select(cell => cell.TextContent));
    }

    [Fact]
    public void What_is_not_known_is_a_dash_and_stale_cells_are_dimmed()
    {
        var chain = Chain with { Rows = [new ChainRow(671, new ChainCell { ConId = 1, Subscribed = true, Stale = true, Bid = 1.25m })] };
        var cells = RenderTable(chain).FindAll("tbody tr:not(.spot-line) td.number");

        Assert.Contains(cells, cell => cell.TextContent == "1.25" && cell.ClassList.Contains("stale"));
        Assert.Contains(cells, cell => cell.TextContent == Show.Unknown);
    }

    [Fact]
    public void An_open_anomaly_is_marked_on_its_contract()
    {
        var stored = DashboardSamples.Signal(3, DashboardSamples.MarketAt);
        var table = RenderTable(DashboardSamples.Chain(stored.Signal.Contract.Expiry, DashboardSamples.MarketAt), SignalEpisode.From(stored, null));

        Assert.Equal($"/signals/{stored.Signal.Id}", table.Find(".badge").GetAttribute("href"));
    }

    private IRenderedComponent<ChainTable> RenderTable(ChainSnapshot? chain = null, params SignalEpisode[] episodes)
    {
        var slice = ChainSlice.Of(chain ?? Chain, ChainChoice.Default, episodes, DashboardSamples.MarketAt);
        return Render<ChainTable>(parameters => parameters.Add(p => p.Slice, slice).Add(p => p.Choice, ChainChoice.Default).Add(p => p.Spot, Chain.Spot));
    }
}
