using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Episodes;

/// <summary>
/// Joins claims into episodes and decides which of them are worth offering: the first, then when the count has doubled, when the
/// severity rises, and when the claim comes back after the last one has expired. Bounded: the episode seen longest ago makes room.
/// </summary>
/// <param name="options">Window, repeat interval and bound.</param>
/// <param name="time">Gives the identity its time.</param>
internal sealed class EpisodeTracker(DetectionOptions options, TimeProvider time)
{
    private readonly Dictionary<(SignalKind Kind, int ConId, int Aspect), LinkedListNode<Episode>> _byKey = [];
    private readonly LinkedList<Episode> _bySeen = new();

    /// <summary>Episodes kept.</summary>
    public int Count => _byKey.Count;

    /// <summary>Counts a claim.</summary>
    /// <param name="kind">What is claimed.</param>
    /// <param name="conId">The contract.</param>
    /// <param name="aspect">Tells claims of one kind apart.</param>
    /// <param name="severity">How far past the threshold.</param>
    /// <param name="at">Time since the process started.</param>
    /// <returns>The episode, and whether the claim is worth offering.</returns>
    public (Episode Episode, bool IsDue) Observe(SignalKind kind, int conId, int aspect, SignalSeverity severity, TimeSpan at)
    {
        if (_byKey.TryGetValue((kind, conId, aspect), out var node) && at - node.Value.SeenAt > options.EpisodeWindow)
        {
            Remove(node);
            node = null;
        }

        node ??= Start(kind, conId, aspect);
        var episode = node.Value;
        var returned = episode.OfferedCount > 0 && at - episode.SeenAt > options.SignalLife;
        _bySeen.Remove(node);
        _bySeen.AddLast(node);
        episode.SeenAt = at;
        if (episode.RepeatCount == 0 || at - episode.CountedAt >= options.RepeatInterval)
        {
            episode.RepeatCount = Math.Min(episode.RepeatCount + 1, int.MaxValue / 2);
            episode.CountedAt = at;
        }

        var rose = episode.OfferedCount > 0 && severity > episode.OfferedSeverity;
        return (episode, episode.RepeatCount >= Math.Max(1, 2 * episode.OfferedCount) || rose || returned);
    }

    /// <summary>Notes that a claim was offered, let through or not: it is due again when the count has doubled.</summary>
    public static void MarkOffered(Episode episode, SignalSeverity severity)
    {
        episode.OfferedCount = episode.RepeatCount;
        episode.OfferedSeverity = severity > episode.OfferedSeverity ? severity : episode.OfferedSeverity;
    }

    private LinkedListNode<Episode> Start(SignalKind kind, int conId, int aspect)
    {
        if (_byKey.Count >= options.EpisodesMax && _bySeen.First is { } oldest)
        {
            Remove(oldest);
        }

        var node = _bySeen.AddLast(new Episode(kind, conId, aspect, Guid.CreateVersion7(time.GetUtcNow())));
        _byKey[(kind, conId, aspect)] = node;
        return node;
    }

    private void Remove(LinkedListNode<Episode> node)
    {
        _bySeen.Remove(node);
        _byKey.Remove((node.Value.Kind, node.Value.ConId, node.Value.Aspect));
    }
}
