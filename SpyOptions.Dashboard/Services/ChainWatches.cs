using System.Threading.Channels;

namespace SpyOptions.Dashboard.Services;

/// <summary>Counts who looks at which expiry, so that the one hub connection asks for exactly those.</summary>
internal sealed class ChainWatches
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DateOnly, int> _watchers = [];
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Completes an item when <see cref="Wanted"/> may have changed.</summary>
    public ChannelReader<bool> Changed => _changed.Reader;

    /// <summary>The expiries that somebody looks at.</summary>
    public IReadOnlyList<DateOnly> Wanted
    {
        get
        {
            lock (_gate)
            {
                return [.. _watchers.Keys];
            }
        }
    }

    /// <summary>Starts to look at an expiry; dispose the answer to stop.</summary>
    public IDisposable Watch(DateOnly expiry)
    {
        Add(expiry, 1);
        return new Watcher(this, expiry);
    }

    private void Add(DateOnly expiry, int change)
    {
        lock (_gate)
        {
            var count = _watchers.GetValueOrDefault(expiry) + change;
            if (count > 0)
            {
                _watchers[expiry] = count;
            }
            else
            {
                _watchers.Remove(expiry);
            }
        }

        _changed.Writer.TryWrite(true);
    }

    private sealed class Watcher(ChainWatches owner, DateOnly expiry) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                owner.Add(expiry, -1);
            }
        }
    }
}
