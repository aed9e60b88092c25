namespace SpyOptions.Contracts.Feed;

/// <summary>Body of <c>POST /feed</c>: the newest state of the edge. Older ones are overwritten, never queued.</summary>
/// <param name="Status">State of the feed.</param>
/// <param name="Chains">Chain snapshots that changed since the last report, at most one per expiry.</param>
public sealed record FeedReport(FeedStatus Status, IReadOnlyList<ChainSnapshot> Chains)
{
    /// <summary>Most chain snapshots in one report.</summary>
    public const int ChainsMax = 64;
}
