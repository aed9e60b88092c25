using SpyOptions.Contracts.Signals;

namespace SpyOptions.Contracts.Feed;

/// <summary>What the hub <c>/hubs/signals</c> calls on its clients.</summary>
public interface ISignalsClient
{
    /// <summary>A signal was stored.</summary>
    Task SignalStored(StoredSignal signal);

    /// <summary>An episode was acknowledged.</summary>
    Task SignalAcknowledged(SignalAcknowledgement acknowledgement);

    /// <summary>The state of the edge, about once a second.</summary>
    Task FeedChanged(FeedStatus status);

    /// <summary>A chain snapshot of an expiry that this connection watches.</summary>
    Task ChainChanged(ChainSnapshot chain);
}
