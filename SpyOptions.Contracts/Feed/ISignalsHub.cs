using SpyOptions.Contracts.Signals;

namespace SpyOptions.Contracts.Feed;

/// <summary>What clients call on the hub <c>/hubs/signals</c>.</summary>
public interface ISignalsHub
{
    /// <summary>The newest state of the edge; null before the first report.</summary>
    Task<FeedStatus?> GetFeed();

    /// <summary>Starts to receive <see cref="ISignalsClient.ChainChanged"/> for an expiry; answers the newest snapshot, null when there is none.</summary>
    Task<ChainSnapshot?> WatchChain(DateOnly expiry);

    /// <summary>Stops to receive an expiry.</summary>
    Task UnwatchChain(DateOnly expiry);

    /// <summary>Signals stored after a sequence, oldest first, at most <paramref name="count"/> (1 to 500): fills the gap after a lost connection.</summary>
    Task<IReadOnlyList<StoredSignal>> GetSignalsAfter(long sequence, int count);
}
