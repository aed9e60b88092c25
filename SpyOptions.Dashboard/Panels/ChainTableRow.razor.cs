using Microsoft.AspNetCore.Components;
using SpyOptions.Contracts.Feed;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Dashboard.Panels;

/// <summary>One strike of the chain; renders only when something on it changed.</summary>
public partial class ChainTableRow
{
    private (ChainRow Row, object Columns, ChainColumn? Heat, double HeatMax, bool CallInTheMoney, SignalEpisode? Call, SignalEpisode? Put) _shown;

    /// <summary>The strike.</summary>
    [Parameter, EditorRequired]
    public ChainRow Row { get; set; } = default!;

    /// <summary>Columns of the call side.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChainColumn> CallColumns { get; set; } = [];

    /// <summary>Columns of the put side.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChainColumn> PutColumns { get; set; } = [];

    /// <summary>Column that colours the cells.</summary>
    [Parameter]
    public ChainColumn? Heat { get; set; }

    /// <summary>Magnitude of the warmest cell.</summary>
    [Parameter]
    public double HeatMax { get; set; }

    /// <summary>Whether the call is in the money; otherwise the put is.</summary>
    [Parameter]
    public bool CallInTheMoney { get; set; }

    /// <summary>Whether this is the first row, which the Tab key enters.</summary>
    [Parameter]
    public bool First { get; set; }

    /// <summary>Open episode of the call.</summary>
    [Parameter]
    public SignalEpisode? CallAnomaly { get; set; }

    /// <summary>Open episode of the put.</summary>
    [Parameter]
    public SignalEpisode? PutAnomaly { get; set; }

    /// <inheritdoc />
    protected override bool ShouldRender()
    {
        var next = (Row, (object)PutColumns, Heat, HeatMax, CallInTheMoney, CallAnomaly, PutAnomaly);
        var changed = next != _shown;
        _shown = next;
        return changed;
    }

    private static string Class(ChainColumn column, ChainCell? cell, bool inTheMoney) =>
        $"number col-{column.ToString().ToLowerInvariant()}{(inTheMoney ? " money" : "")}{(cell is { Stale: true } ? " stale" : "")}";

    private string? Warmth(ChainColumn column, ChainCell? cell) =>
        column == Heat && HeatMax > 0 && ChainColumns.Value(column, cell) is { } value
            ? $"--heat-share:{Show.Number(Math.Min(1, Math.Abs(value) / HeatMax), "0.00")}"
            : null;
}
