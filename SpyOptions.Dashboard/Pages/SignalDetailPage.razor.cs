using Microsoft.AspNetCore.Components;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Dashboard.Pages;

/// <summary>One signal with everything its score was made from.</summary>
public partial class SignalDetailPage
{
    private readonly CancellationTokenSource _gone = new();
    private SignalEpisode? _episode;
    private string? _problem;
    private bool _loading = true;

    /// <summary>Id of the signal.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private SignalsClient Client { get; set; } = default!;

    private string Title => _episode?.Signal is { } signal
        ? $"{Show.Words(signal.Kind.ToString())}, {Show.Contract(signal.Contract)} {Show.Expiry(signal.Contract.Expiry, Show.NewYorkDate(signal.MarketAt))}"
        : "Signal";

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => LoadAsync();

    /// <inheritdoc />
    protected override void OnFeedChanged()
    {
        if (_episode is { } episode && Feed.Find(episode.Signal.EpisodeId) is { } live)
        {
            _episode = episode with { RepeatCount = live.RepeatCount, AcknowledgedAt = live.AcknowledgedAt, AcknowledgedBy = live.AcknowledgedBy };
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _gone.Cancel();
        _gone.Dispose();
        base.Dispose(disposing);
    }

    private async Task LoadAsync()
    {
        (_problem, _loading) = (null, true);
        _episode = Feed.Episodes.FirstOrDefault(episode => episode.Signal.Id == Id);
        try
        {
            _episode ??= await Client.FindAsync(Id, _gone.Token) is { } stored ? SignalEpisode.From(stored, seenAt: null) : null;
        }
        catch (ApiProblemException problem)
        {
            _problem = problem.Message;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return;
        }

        _loading = false;
    }

    private async Task AcknowledgeAsync()
    {
        try
        {
            if (await Client.AcknowledgeAsync(Id, "dashboard", _gone.Token) is { } acknowledgement)
            {
                Feed.OnAcknowledged(acknowledgement);
                _episode = _episode! with { AcknowledgedAt = acknowledgement.AcknowledgedAt, AcknowledgedBy = acknowledgement.AcknowledgedBy };
            }
        }
        catch (ApiProblemException problem)
        {
            _problem = problem.Message;
        }
    }
}
