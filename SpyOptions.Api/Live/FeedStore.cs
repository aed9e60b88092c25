using Microsoft.Extensions.Options;
using SpyOptions.Contracts.Feed;

namespace SpyOptions.Api.Live;

/// <summary>The newest state of the edge, in memory: one status, and one snapshot for each expiry, bounded by count and age.</summary>
internal sealed class FeedStore(IOptions<ApiOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<DateOnly, ChainSnapshot> _chains = [];
    private FeedStatus? _status;

    /// <summary>The newest status; null before the first report.</summary>
    public FeedStatus? Status
    {
        get
        {
            lock (_gate)
            {
                return _status;
            }
        }
    }

    /// <summary>Takes a report. One that is older than what the same source already reported changes nothing.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Take(FeedReport report)
    {
        lock (_gate)
        {
            if (_status is { } known && known.Source == report.Status.Source && known.ReportedAt > report.Status.ReportedAt)
            {
                return false;
            }

            _status = report.Status;
            foreach (var chain in report.Chains)
            {
                _chains[chain.Expiry] = chain;
            }

            RemoveOld();
            return true;
        }
    }

    /// <summary>The newest snapshot of an expiry; null when there is none of allowed age.</summary>
    public ChainSnapshot? Chain(DateOnly expiry)
    {
        lock (_gate)
        {
            RemoveOld();
            return _chains.GetValueOrDefault(expiry);
        }
    }

    /// <summary>Expiries that have a snapshot, ascending.</summary>
    public IReadOnlyList<DateOnly> Expiries()
    {
        lock (_gate)
        {
            RemoveOld();
            return [.. _chains.Keys];
        }
    }

    private void RemoveOld()
    {
        var oldest = time.GetUtcNow().AddMinutes(-options.Value.ChainAgeMinutesMax);
        foreach (var chain in _chains.Values.Where(chain => chain.TakenAt < oldest).ToArray())
        {
            _chains.Remove(chain.Expiry);
        }

        foreach (var chain in _chains.Values.OrderByDescending(chain => chain.TakenAt).Skip(FeedReport.ChainsMax).ToArray())
        {
            _chains.Remove(chain.Expiry);
        }
    }
}
