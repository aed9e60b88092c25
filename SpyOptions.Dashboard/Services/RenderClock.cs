using Microsoft.Extensions.Options;

namespace SpyOptions.Dashboard.Services;

/// <summary>The one timer of a circuit: components look for changes at its beat instead of at every message.</summary>
internal sealed class RenderClock(IOptions<DashboardOptions> options, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Action> _subscribers = [];
    private ITimer? _timer;

    /// <summary>Calls back at every beat, never two at once; dispose the answer to stop. The callback must not block.</summary>
    public IDisposable Subscribe(Action beat)
    {
        lock (_gate)
        {
            _subscribers.Add(beat);
            var interval = TimeSpan.FromMilliseconds(options.Value.RenderIntervalMs);
            _timer ??= time.CreateTimer(_ => Beat(), null, interval, interval);
        }

        return new Subscription(this, beat);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _subscribers.Clear();
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Beat()
    {
        Action[] subscribers;
        lock (_gate)
        {
            subscribers = [.. _subscribers];
        }

        foreach (var subscriber in subscribers)
        {
            subscriber();
        }
    }

    private void Remove(Action beat)
    {
        lock (_gate)
        {
            _subscribers.Remove(beat);
        }
    }

    private sealed class Subscription(RenderClock owner, Action beat) : IDisposable
    {
        public void Dispose() => owner.Remove(beat);
    }
}
