using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Contracts.Signals;
using SpyOptions.Dashboard.Pages;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Dashboard.Pages;

public sealed class TapePageTests : DashboardContext
{
    [Fact]
    public void The_newest_episode_is_on_top_and_a_repeat_moves_up_with_its_count()
    {
        var first = DashboardSamples.Signal(1, Now);
        Feed.OnStored(first);
        Feed.OnStored(DashboardSamples.Signal(2, Now));
        Feed.OnStored(DashboardSamples.Signal(3, Now, signal => signal with { EpisodeId = first.Signal.EpisodeId, RepeatCount = 12 }));
        var tape = Render<TapePage>();

        var rows = tape.FindAll(".tape-row");
        Assert.Equal(2, rows.Count);
        Assert.Contains("×12", rows[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void New_episodes_appear_at_the_next_beat_and_a_paused_tape_only_counts_them()
    {
        Feed.OnStored(DashboardSamples.Signal(1, Now));
        var tape = Render<TapePage>();
        tape.Find(".page-tools button").Click();
        Feed.OnStored(DashboardSamples.Signal(2, Now));
        Beat();

        tape.WaitForAssertion(() => Assert.Contains("1 new", tape.Find(".page-tools button").TextContent, StringComparison.Ordinal));
        Assert.Single(tape.FindAll(".tape-row"));
        tape.Find(".page-tools button").Click();
        Assert.Equal(2, tape.FindAll(".tape-row").Count);
    }

    [Fact]
    public void Filters_of_the_address_combine()
    {
        for (var sequence = 1; sequence <= 12; sequence++)
        {
            Feed.OnStored(DashboardSamples.Signal(sequence, Now));
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo($"/?kind={SignalKind.SmileResidual}&right={OptionRight.Put}");
        var tape = Render<TapePage>();

        Assert.Equal(2, tape.FindAll(".tape-row").Count);
        Assert.All(tape.FindAll(".tape-row"), row => Assert.Contains("Smile residual", row.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_signal_that_took_too_long_is_marked_late_and_an_expired_one_is_dimmed()
    {
        Feed.OnStored(DashboardSamples.Signal(1, Now, signal => signal with { ObservedAt = Now.AddSeconds(-1), ExpiresAt = Now.AddSeconds(-1) }));
        var tape = Render<TapePage>();

        Assert.NotNull(tape.Find(".tape-row.expired .late-mark"));
    }
}
