using Microsoft.AspNetCore.Components;
using SpyOptions.Contracts.Signals;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Dashboard.Panels;

/// <summary>One episode on the tape; renders only when it changed.</summary>
public partial class TapeRow
{
    private const double FullBarThresholds = 5;

    private (SignalEpisode Episode, DateOnly? Today, bool Expired) _shown;

    /// <summary>The episode.</summary>
    [Parameter, EditorRequired]
    public SignalEpisode Episode { get; set; } = default!;

    /// <summary>Today in New York; null before the market time is known.</summary>
    [Parameter]
    public DateOnly? Today { get; set; }

    /// <summary>Whether the claim no longer holds.</summary>
    [Parameter]
    public bool Expired { get; set; }

    /// <summary>Called to acknowledge the episode.</summary>
    [Parameter]
    public EventCallback<SignalEpisode> Acknowledge { get; set; }

    /// <summary>Called to snooze the episode.</summary>
    [Parameter]
    public EventCallback<SignalEpisode> Snooze { get; set; }

    private Signal Signal => Episode.Signal;

    private string Name => $"{Show.Words(Signal.Kind.ToString())} {Show.Contract(Signal.Contract)}";

    private string StateWord => Episode.AcknowledgedAt is not null ? "Acknowledged" : Expired ? "Expired" : "Open";

    private string ScoreShare => Show.Number(Math.Clamp(Signal.Score / (Signal.Threshold * FullBarThresholds), 0, 1), "0.###");

    /// <inheritdoc />
    protected override bool ShouldRender()
    {
        var next = (Episode, Today, Expired);
        var changed = next != _shown;
        _shown = next;
        return changed;
    }
}
