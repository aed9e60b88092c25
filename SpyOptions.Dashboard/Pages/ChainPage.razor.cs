using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SpyOptions.Contracts.Feed;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Dashboard.Pages;

/// <summary>One expiry of the chain, live.</summary>
public partial class ChainPage
{
    private const string ChoiceKey = "chain";

    private ChainChoice _choice = ChainChoice.Default;
    private ChainSlice? _slice;
    private DateOnly? _shown;
    private (DateOnly Expiry, IDisposable Handle)? _watch;
    private DateOnly? _centred;
    private bool _interactive;

    /// <summary>Expiry as <c>yyyy-MM-dd</c>; the nearest when null.</summary>
    [Parameter]
    public string? Expiry { get; set; }

    [Inject]
    private ChainWatches Watches { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private Preferences Preferences { get; set; } = default!;

    // The bar and the at-the-money line show one price: an expiry without a line is sent seldom, the underlying all the time.
    private ChainSnapshot? Chain => _shown is { } expiry && Feed.Chain(expiry) is { } chain
        ? Feed.Status is { Spot: { } spot } status && status.ReportedAt > chain.TakenAt ? chain with { Spot = spot } : chain
        : null;

    private bool IsUnknownExpiry => _shown is { } expiry && Feed.Expiries.Count > 0 && !Feed.Expiries.Contains(expiry);

    private string LinesWord
    {
        get
        {
            var cells = Chain!.Rows.SelectMany(row => new[] { row.Call, row.Put }).OfType<ChainCell>().ToArray();
            return $"{cells.Count(cell => cell.Subscribed)} of {cells.Length}";
        }
    }

    private TimeSpan? SnapshotAge => Now - Chain?.TakenAt;

    private DateOnly? Today => Feed.Status?.MarketAt is { } at ? Show.NewYorkDate(at) : null;

    private string EmptyTitle => Expiry is not null && _shown is null ? $"“{Expiry}” is not a date" : IsUnknownExpiry ? "No options expire on this day" : _shown is null ? "No chain is known yet" : "Waiting for quotes";

    private string EmptyText => Feed.Hub.State == LinkState.Down
        ? $"The API is away; the chain returns with it. {Feed.Hub.Detail}"
        : IsUnknownExpiry || (Expiry is not null && _shown is null)
            ? "Choose an expiry above, or write one as 2026-11-20."
            : "The bot discovers the chain when it connects, and sends the first quotes within seconds.";

    /// <inheritdoc />
    protected override void OnParametersSet() => Refresh();

    /// <inheritdoc />
    protected override void OnFeedChanged() => Refresh();

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            await CentreOnceAsync();
            return;
        }

        _interactive = true;
        _choice = Known(await Preferences.ReadAsync<ChainChoice>(ChoiceKey)) ?? _choice;
        Refresh();
        StateHasChanged();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _watch?.Handle.Dispose();
        base.Dispose(disposing);
    }

    private static ChainChoice? Known(ChainChoice? choice) =>
        choice is { Columns.Count: > 0, Strikes: >= 0 } && choice.Columns.All(Enum.IsDefined) && (choice.Heat is null || Enum.IsDefined(choice.Heat.Value)) ? choice : null;

    private void Refresh()
    {
        _shown = Expiry is null
            ? Nearest()
            : DateOnly.TryParseExact(Expiry, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry) ? expiry : null;
        Watch();
        _slice = Chain is { } chain ? ChainSlice.Of(chain, _choice, Feed.Episodes, Now) : null;
    }

    private DateOnly? Nearest()
    {
        var expiries = Feed.Expiries;
        return expiries.Count == 0 ? null : expiries.Where(expiry => Today is null || expiry >= Today).DefaultIfEmpty(expiries[^1]).First();
    }

    private void Watch()
    {
        if (!_interactive || _watch?.Expiry == _shown)
        {
            return;
        }

        _watch?.Handle.Dispose();
        _watch = _shown is { } expiry ? (expiry, Watches.Watch(expiry)) : null;
    }

    private async Task CentreOnceAsync()
    {
        if (_slice is null || _centred == _shown)
        {
            return;
        }

        _centred = _shown;
        try
        {
            await Script.InvokeVoidAsync("spyOptions.centreSpot");
        }
        catch (Exception error) when (error is JSException or JSDisconnectedException or OperationCanceledException)
        {
            return;
        }
    }

    private async Task ChooseAsync(ChainChoice choice)
    {
        _choice = choice;
        Refresh();
        await Preferences.WriteAsync(ChoiceKey, choice);
    }
}
