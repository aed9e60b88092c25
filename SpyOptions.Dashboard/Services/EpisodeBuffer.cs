using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>The newest episodes, at most a fixed number; the oldest leaves first. Not safe for concurrent use.</summary>
/// <param name="countMax">Most episodes kept.</param>
internal sealed class EpisodeBuffer(int countMax)
{
    private readonly Dictionary<Guid, SignalEpisode> _episodes = [];
    private readonly SortedDictionary<long, Guid> _order = [];
    private SignalEpisode[]? _newestFirst = [];

    /// <summary>Highest sequence that ever arrived; 0 before the first.</summary>
    public long LastSequence { get; private set; }

    /// <summary>The episodes, newest first. The array is never changed afterwards.</summary>
    public IReadOnlyList<SignalEpisode> NewestFirst => _newestFirst ??= [.. _order.Reverse().Select(entry => _episodes[entry.Value])];

    /// <summary>An episode by its id; null when it is not kept.</summary>
    public SignalEpisode? Find(Guid episode) => _episodes.GetValueOrDefault(episode);

    /// <summary>Takes in a claim; a repeat moves its episode to the top.</summary>
    /// <returns>Whether the claim was new.</returns>
    public bool Apply(StoredSignal stored, DateTimeOffset? seenAt)
    {
        LastSequence = Math.Max(LastSequence, stored.Sequence);
        var id = stored.Signal.EpisodeId;
        var known = _episodes.TryGetValue(id, out var before);
        var after = known ? before!.With(stored, seenAt) : SignalEpisode.From(stored, seenAt);
        if (after == before)
        {
            return false;
        }

        if (known)
        {
            _order.Remove(before!.Newest.Sequence);
        }

        _order[after.Newest.Sequence] = id;
        _episodes[id] = after;
        DropOldest();
        _newestFirst = null;
        return true;
    }

    /// <summary>Marks an episode; one that is not kept is ignored.</summary>
    public void Acknowledge(SignalAcknowledgement acknowledgement)
    {
        if (_episodes.TryGetValue(acknowledgement.EpisodeId, out var episode))
        {
            _episodes[acknowledgement.EpisodeId] =
                episode with { AcknowledgedAt = acknowledgement.AcknowledgedAt, AcknowledgedBy = acknowledgement.AcknowledgedBy };
            _newestFirst = null;
        }
    }

    private void DropOldest()
    {
        while (_episodes.Count > countMax)
        {
            var oldest = _order.First();
            _order.Remove(oldest.Key);
            _episodes.Remove(oldest.Value);
        }
    }
}
