using Bunit;
using SpyOptions.Dashboard.Panels;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Dashboard.Panels;

public sealed class ContributionPanelTests : DashboardContext
{
    [Fact]
    public void The_shown_sum_is_the_score()
    {
        var signal = DashboardSamples.Signal(3, Now).Signal;
        var panel = Render<ContributionPanel>(parameters => parameters.Add(p => p.Signal, signal));

        Assert.Contains(signal.Score.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), panel.Find("tfoot strong").TextContent, StringComparison.Ordinal);
        Assert.Equal(signal.Contributions.Count, panel.FindAll("tbody tr").Count);
        Assert.Empty(panel.FindAll(".mismatch"));
    }

    [Fact]
    public void Parts_that_do_not_sum_to_the_score_are_called_a_contradiction()
    {
        var signal = DashboardSamples.Signal(3, Now).Signal;
        var panel = Render<ContributionPanel>(parameters => parameters.Add(p => p.Signal, signal with { Score = signal.Score + 1 }));

        Assert.Contains("contradicts itself", panel.Find(".mismatch").TextContent, StringComparison.Ordinal);
    }
}
