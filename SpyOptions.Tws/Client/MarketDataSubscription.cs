using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.Tws.Client;

/// <summary>
/// One market data line that outlives the connection: it is requested again, with a new request id, whenever the gateway lost it. Disposing cancels it.
/// </summary>
public sealed class MarketDataSubscription : IDisposable
{
    private readonly MarketDataSubscriptions owner;
    private int requestId;
    private long lastTickTimestamp;

    internal MarketDataSubscription(MarketDataSubscriptions owner, Contract contract, string genericTicks, int key, IMarketDataHandler handler)
    {
        this.owner = owner;
        Contract = contract;
        GenericTicks = genericTicks;
        Key = key;
        Handler = handler;
    }

    /// <summary>The number that the consumer chose, for instance an index into its own table.</summary>
    public int Key { get; }

    /// <summary>The contract whose data is streamed.</summary>
    public Contract Contract { get; }

    /// <summary>The generic ticks asked for, without those that the gateway named illegal.</summary>
    public string GenericTicks { get; internal set; }

    /// <summary>The id of the running request; 0 when none is running. It changes with every restoration.</summary>
    public int RequestId
    {
        get => Volatile.Read(ref requestId);
        internal set => Volatile.Write(ref requestId, value);
    }

    /// <summary>Timestamp of the time provider at the last tick of the running request; 0 when none has come.</summary>
    public long LastTickTimestamp
    {
        get => Volatile.Read(ref lastTickTimestamp);
        internal set => Volatile.Write(ref lastTickTimestamp, value);
    }

    /// <summary>How often the stream was requested again after its first request.</summary>
    public int Restorations { get; internal set; }

    /// <summary>What the subscription is doing.</summary>
    public MarketDataSubscriptionState State =>
        IsEnded ? MarketDataSubscriptionState.Ended
        : IsRefused ? MarketDataSubscriptionState.Refused
        : RequestId == 0 ? MarketDataSubscriptionState.Waiting
        : LastTickTimestamp == 0 ? MarketDataSubscriptionState.Requested
        : MarketDataSubscriptionState.Streaming;

    internal IMarketDataHandler Handler { get; }

    internal bool IsEnded { get; set; }

    internal bool IsRefused { get; set; }

    /// <summary>The request on its way or already sent.</summary>
    internal OutgoingRequest? Request { get; set; }

    /// <summary>Requests repeated because the gateway called the id a duplicate.</summary>
    internal int DuplicateRetries { get; set; }

    /// <summary>Restorations in a row that brought no tick; each doubles the silence that is tolerated.</summary>
    internal int FruitlessRestorations { get; set; }

    /// <summary>Cancels the stream and frees its line. Harmless when repeated.</summary>
    public void Dispose() => owner.Remove(this);
}
