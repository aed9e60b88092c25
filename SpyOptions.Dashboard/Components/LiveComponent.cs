using Microsoft.AspNetCore.Components;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Dashboard.Components;

/// <summary>A component that shows live state: looks at the circuit's beat and renders only when something changed.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private long _version = -1;
    private long _second;

    [Inject]
    internal LiveFeed Feed { get; set; } = default!;

    [Inject]
    internal RenderClock Clock { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    /// <summary>Wall time, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Whether ages and countdowns are shown, which change every second without a message.</summary>
    protected virtual bool ShowsTime => true;

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _subscription = Clock.Subscribe(OnBeat);
        }
    }

    /// <summary>Called before a render that the feed caused.</summary>
    protected virtual void OnFeedChanged()
    {
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops looking.</summary>
    protected virtual void Dispose(bool disposing) => _subscription?.Dispose();

    private void OnBeat()
    {
        var version = Feed.Version;
        var second = Now.ToUnixTimeSeconds();
        var changed = Interlocked.Exchange(ref _version, version) != version;
        var ticked = ShowsTime && Interlocked.Exchange(ref _second, second) != second;
        if (changed || ticked)
        {
            _ = InvokeAsync(() =>
            {
                OnFeedChanged();
                StateHasChanged();
            });
        }
    }
}
