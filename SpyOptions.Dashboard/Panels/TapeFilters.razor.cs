using System.Globalization;
using Microsoft.AspNetCore.Components;
using SpyOptions.Contracts.Signals;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Dashboard.Panels;

/// <summary>The conditions of the tape; they combine.</summary>
public partial class TapeFilters
{
    private bool _open;

    /// <summary>The conditions in force.</summary>
    [Parameter, EditorRequired]
    public SignalFilter Filter { get; set; } = SignalFilter.None;

    /// <summary>Expiries to choose from, ascending.</summary>
    [Parameter]
    public IReadOnlyList<DateOnly> Expiries { get; set; } = [];

    /// <summary>Today in New York; null before the market time is known.</summary>
    [Parameter]
    public DateOnly? Today { get; set; }

    /// <summary>Called with the new conditions.</summary>
    [Parameter]
    public EventCallback<SignalFilter> FilterChanged { get; set; }

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static double? Number(ChangeEventArgs change) =>
        double.TryParse(change.Value?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private Task Change(SignalFilter filter) => FilterChanged.InvokeAsync(filter);

    private Task ToggleKind(SignalKind kind) => Change(Filter with { Kind = Filter.Kind == kind ? null : kind });

    private Task ToggleSeverity(SignalSeverity severity) => Change(Filter with { SeverityMin = Filter.SeverityMin == severity ? null : severity });

    private Task ToggleRight(OptionRight right) => Change(Filter with { Right = Filter.Right == right ? null : right });

    private Task ChooseExpiry(ChangeEventArgs change) => Change(Filter with
    {
        Expiry = DateOnly.TryParseExact(change.Value?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry) ? expiry : null,
    });
}
