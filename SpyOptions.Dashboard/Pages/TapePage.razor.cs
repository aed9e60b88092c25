using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Dashboard.Pages;

/// <summary>The signal tape, newest first.</summary>
public partial class TapePage
{
    private const int RowsStep = 100;
    private const int PagesAtOnce = 25;
    private const int OlderMax = 5_000;

    private readonly CancellationTokenSource _gone = new();
    private readonly Dictionary<Guid, SignalEpisode> _older = [];
    private SignalFilter _filter = SignalFilter.None;
    private IReadOnlyList<SignalEpisode>? _paused;
    private int _rows = RowsStep;
    private int _snoozeMinutes = 15;
    private string? _cursor;
    private bool _end;
    private bool _loading;
    private string? _problem;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private SignalsClient Client { get; set; } = default!;

    [Inject]
    private Snoozes Snoozes { get; set; } = default!;

    private IReadOnlyList<SignalEpisode> Source => _paused ?? Feed.Episodes;

    private IReadOnlyList<SignalEpisode> Matching { get; set; } = [];

    private IReadOnlyList<DateOnly> Expiries =>
        [.. Source.Select(episode => episode.Signal.Contract.Expiry).Concat(Feed.Expiries).Distinct().Order()];

    private DateOnly? Today => Feed.Status?.MarketAt is { } at ? Show.NewYorkDate(at) : null;

    private int NewCount =>
        _paused is null ? 0 : Feed.Episodes.TakeWhile(episode => episode.Newest.Sequence > PausedSequence).Count(episode => _filter.Matches(episode.Signal));

    private long PausedSequence => _paused is [var newest, ..] ? newest.Newest.Sequence : 0;

    private string OlderWord => _loading ? "Loading…" : _end && _rows >= Matching.Count ? "Nothing older is stored" : "Show older";

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        ReadFilter();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Snoozes.LoadAsync();
            Refresh();
            StateHasChanged();
        }
    }

    /// <inheritdoc />
    protected override void OnFeedChanged() => Refresh();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _gone.Cancel();
        _gone.Dispose();
        base.Dispose(disposing);
    }

    private void Refresh()
    {
        var live = Source;
        var known = live.Select(episode => episode.Signal.EpisodeId).ToHashSet();
        Matching =
        [
            .. live.Concat(_older.Values.Where(episode => !known.Contains(episode.Signal.EpisodeId)).OrderByDescending(episode => episode.Newest.Sequence))
                .Where(episode => _filter.Matches(episode.Signal) && !Snoozes.Contains(episode.Signal.EpisodeId)),
        ];
    }

    private void TogglePause()
    {
        _paused = _paused is null ? Feed.Episodes : null;
        Refresh();
    }

    private void Navigate(SignalFilter filter) =>
        Navigation.NavigateTo($"/{QueryString.Create(filter.ToQuery())}", new NavigationOptions { ReplaceHistoryEntry = true });

    private string ExportAddress(string format) => $"/export/signals.{format}{QueryString.Create(_filter.ToQuery())}";

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() =>
    {
        ReadFilter();
        StateHasChanged();
    });

    private void ReadFilter()
    {
        _filter = SignalFilter.Parse(Navigation.ToAbsoluteUri(Navigation.Uri).Query);
        _older.Clear();
        (_cursor, _end, _rows, _problem) = (null, false, RowsStep, null);
        Refresh();
    }

    private async Task ShowOlderAsync()
    {
        _rows += RowsStep;
        if (_rows <= Matching.Count || _end)
        {
            return;
        }

        await TryAsync(LoadOlderAsync);
    }

    private async Task LoadOlderAsync()
    {
        var before = Matching.Count;
        for (var page = 0; page < PagesAtOnce && Matching.Count == before && !_end && _older.Count < OlderMax; page++)
        {
            var answer = await Client.GetPageAsync(_filter, _cursor, _gone.Token);
            foreach (var stored in answer.Items)
            {
                var id = stored.Signal.EpisodeId;
                _older[id] = _older.TryGetValue(id, out var episode) ? episode.With(stored, null) : SignalEpisode.From(stored, null);
            }

            _cursor = answer.NextCursor;
            _end = _cursor is null;
            Refresh();
        }
    }

    private Task AcknowledgeAsync(SignalEpisode episode) => TryAsync(async () =>
    {
        if (await Client.AcknowledgeAsync(episode.Signal.Id, "dashboard", _gone.Token) is { } acknowledgement)
        {
            Feed.OnAcknowledged(acknowledgement);
        }
    });

    private async Task SnoozeAsync(SignalEpisode episode)
    {
        await Snoozes.AddAsync(episode.Signal.EpisodeId, _snoozeMinutes);
        Refresh();
    }

    private async Task TryAsync(Func<Task> action)
    {
        (_loading, _problem) = (true, null);
        try
        {
            await action();
        }
        catch (ApiProblemException problem)
        {
            _problem = problem.Message;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _loading = false;
        }
    }
}
