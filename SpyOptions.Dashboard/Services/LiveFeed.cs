using Microsoft.Extensions.Options;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>
/// Everything live that pages show, kept outside any circuit: a reload or a lost circuit loses nothing. Bounded; safe for concurrent use.
/// Pages compare <see cref="Version"/> at their own pace and are never called per message.
/// </summary>
internal sealed class LiveFeed(IOptions<DashboardOptions> options, TimeProvider time, DashboardTelemetry telemetry)
{
    /// <summary>Most chain snapshots kept; the one taken longest ago leaves first.</summary>
    public const int ChainsMax = FeedReport.ChainsMax;

    /// <summary>Most feed changes kept.</summary>
    public const int ChangesMax = 100;

    private readonly Lock _gate = new();
    private readonly EpisodeBuffer _episodes = new(options.Value.EpisodesMax);
    private readonly Dictionary<DateOnly, ChainSnapshot> _chains = [];
    private readonly Queue<FeedChange> _changes = new();
    private readonly LatencyWindow _publishedStored = new("published-stored");
    private readonly LatencyWindow _broadcastSeen = new("broadcast-seen");
    private readonly LatencyWindow _observedSeen = new("observed-seen");
    private LinkStatus _api = new(LinkState.Connecting, time.GetUtcNow(), "");
    private LinkStatus _hub = new(LinkState.Connecting, time.GetUtcNow(), "");
    private FeedStatus? _status;
    private MarketPace _pace = MarketPace.Unknown;
    private IReadOnlyList<DateOnly> _expiries = [];
    private long _version;

    /// <summary>Rises with every change of anything below.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Newest status of the edge; null before the first.</summary>
    public FeedStatus? Status => Read(() => _status);

    /// <summary>How market time runs against the wall clock.</summary>
    public MarketPace Pace => Read(() => _pace);

    /// <summary>State of the API by HTTP.</summary>
    public LinkStatus Api => Read(() => _api);

    /// <summary>State of the connection to the hub.</summary>
    public LinkStatus Hub => Read(() => _hub);

    /// <summary>The kept episodes, newest first.</summary>
    public IReadOnlyList<SignalEpisode> Episodes => Read(() => _episodes.NewestFirst);

    /// <summary>Highest sequence received; 0 before the first.</summary>
    public long LastSequence => Read(() => _episodes.LastSequence);

    /// <summary>Changes of the feed's state, newest first.</summary>
    public IReadOnlyList<FeedChange> Changes => Read(() => _changes.Reverse().ToArray());

    /// <summary>Latencies that this process measures itself; a hop without samples is left out.</summary>
    public IReadOnlyList<HopLatency> Latencies =>
        Read(() => new[] { _publishedStored.Summarise(), _broadcastSeen.Summarise(), _observedSeen.Summarise() }.OfType<HopLatency>().ToArray());

    /// <summary>Every expiry of the chain, ascending; empty before it is known.</summary>
    public IReadOnlyList<DateOnly> Expiries => Read(() => _expiries);

    /// <summary>Newest snapshot of an expiry; null when none arrived.</summary>
    public ChainSnapshot? Chain(DateOnly expiry) => Read(() => _chains.GetValueOrDefault(expiry));

    /// <summary>An episode by its id; null when it is not kept.</summary>
    public SignalEpisode? Find(Guid episode) => Read(() => _episodes.Find(episode));

    /// <summary>Takes in a signal that the hub sent just now.</summary>
    public void OnStored(StoredSignal stored)
    {
        var seenAt = time.GetUtcNow();
        using var seen = telemetry.Seen(stored, seenAt);
        Write(() =>
        {
            if (_episodes.Apply(stored, seenAt))
            {
                Measure(stored, seenAt);
            }
        });
    }

    /// <summary>Takes in signals that were loaded afterwards; they do not count as seen live.</summary>
    public void OnLoaded(IEnumerable<StoredSignal> stored) => Write(() =>
    {
        foreach (var signal in stored)
        {
            _episodes.Apply(signal, seenAt: null);
        }
    });

    /// <summary>Takes in an acknowledgement.</summary>
    public void OnAcknowledged(SignalAcknowledgement acknowledgement) => Write(() => _episodes.Acknowledge(acknowledgement));

    /// <summary>Takes in the state of the edge; an older one is ignored.</summary>
    public void OnFeed(FeedStatus status) => Write(() =>
    {
        if (_status is not null && status.Source == _status.Source && status.ReportedAt < _status.ReportedAt)
        {
            return;
        }

        if (_status is null || _status.State != status.State || _status.Cause != status.Cause)
        {
            _changes.Enqueue(new FeedChange(status.Since, status.State, status.Cause, status.CauseText));
            if (_changes.Count > ChangesMax)
            {
                _changes.Dequeue();
            }
        }

        (_status, _pace) = (status, _pace.With(status));
    });

    /// <summary>Takes in a chain snapshot; an older one of the same expiry is ignored.</summary>
    public void OnChain(ChainSnapshot chain) => Write(() =>
    {
        if (_chains.TryGetValue(chain.Expiry, out var before) && before.TakenAt > chain.TakenAt)
        {
            return;
        }

        _chains[chain.Expiry] = chain;
        _expiries = chain.Expiries.Count > 0 ? chain.Expiries : _expiries;
        if (_chains.Count > ChainsMax)
        {
            _chains.Remove(_chains.MinBy(entry => entry.Value.TakenAt).Key);
        }
    });

    /// <summary>Takes in the expiries of the chain; an empty list says nothing.</summary>
    public void OnExpiries(IReadOnlyList<DateOnly> expiries)
    {
        if (expiries.Count > 0)
        {
            Write(() => _expiries = expiries);
        }
    }

    /// <summary>Notes the state of the API.</summary>
    public void OnApi(LinkState state, string detail) => Write(() => _api = Next(_api, state, detail));

    /// <summary>Notes the state of the hub connection.</summary>
    public void OnHub(LinkState state, string detail) => Write(() => _hub = Next(_hub, state, detail));

    private LinkStatus Next(LinkStatus before, LinkState state, string detail) =>
        new(state, before.State == state ? before.Since : time.GetUtcNow(), detail);

    private void Measure(StoredSignal stored, DateTimeOffset seenAt)
    {
        if (stored.Signal.PublishedAt is { } publishedAt)
        {
            _publishedStored.Add((stored.StoredAt - publishedAt).TotalMilliseconds);
        }

        _broadcastSeen.Add((seenAt - stored.StoredAt).TotalMilliseconds);
        _observedSeen.Add((seenAt - stored.Signal.ObservedAt).TotalMilliseconds);
    }

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private void Write(Action write)
    {
        lock (_gate)
        {
            write();
        }

        Interlocked.Increment(ref _version);
    }
}
