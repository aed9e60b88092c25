using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Episodes;

/// <summary>
/// Joins claims into episodes and decides which of them are worth sending: the first, then when the count has doubled, and when the
/// severity rises. Bounded: the episode seen longest ago makes room.
/// </summary>
/// <param name="options">Window, repeat interval and bound.</param>
/// <param name="time">Gives the identity its time.</param>
internal sealed class EpisodeTracker(DetectionOptions options, TimeProvider time)
{
    private readonly Dictionary<(SignalKind Kind, int ConId), LinkedListNode<Episode>> _byKey = [];
    private readonly LinkedList<Episode> _bySeen = new();

    /// <summary>Episodes kept.</summary>
    public int Count => _byKey.Count;

    /// <summary>Counts a claim.</summary>
    /// <param name="kind">What is claimed.</param>
    /// <param name="conId">The contract.</param>
    /// <param name="severity">How far past the threshold.</param>
    /// <param name="at">Time since the process started.</param>
    /// <returns>The episode, and whether the claim is worth sending.</returns>
    public (Episode Episode, bool IsDue) Observe(SignalKind kind, int conId, SignalSeverity severity, TimeSpan at)
    {
        if (_byKey.TryGetValue((kind, conId), out var node) && at - node.Value.SeenAt > options.EpisodeWindow)
        {
            Remove(node);
            node = null;
        }

        node ??= Start(kind, conId);
        var episode = node.Value;
        _bySeen.Remove(node);
        _bySeen.AddLast(node);
        episode.SeenAt = at;
        if (episode.RepeatCount == 0 || at - episode.CountedAt >= options.RepeatInterval)
        {
            episode.RepeatCount = Math.Min(episode.RepeatCount + 1, int.MaxValue / 2);
            episode.CountedAt = at;
        }

        var rose = episode.PublishedCount > 0 && severity > episode.PublishedSeverity;
        return (episode, episode.RepeatCount >= Math.Max(1, 2 * episode.PublishedCount) || rose);
    }

    /// <summary>Notes that a claim was let through.</summary>
    public static void MarkPublished(Episode episode, SignalSeverity severity)
    {
        episode.PublishedCount = episode.RepeatCount;
        episode.PublishedSeverity = severity > episode.PublishedSeverity ? severity : episode.PublishedSeverity;
    }

    private LinkedListNode<Episode> Start(SignalKind kind, int conId)
    {
        if (_byKey.Count >= options.EpisodesMax && _bySeen.First is { } oldest)
        {
            Remove(oldest);
        }

        var node = _bySeen.AddLast(new Episode(kind, conId, Guid.CreateVersion7(time.GetUtcNow())));
        _byKey[(kind, conId)] = node;
        return node;
    }

    private void Remove(LinkedListNode<Episode> node)
    {
        _bySeen.Remove(node);
        _byKey.Remove((node.Value.Kind, node.Value.ConId));
    }
}
