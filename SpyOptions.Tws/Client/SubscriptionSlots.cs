namespace SpyOptions.Tws.Client;

/// <summary>
/// Finds the subscription of a request id without a lock or an allocation. Ids come one after another, so an id's low bits are its slot; an id whose
/// slot is taken is passed over.
/// </summary>
internal sealed class SubscriptionSlots(int subscriptionsMax)
{
    private readonly MarketDataSubscription?[] slots = new MarketDataSubscription?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)subscriptionsMax * 4)];

    /// <summary>The subscription whose running request has this id, or null.</summary>
    public MarketDataSubscription? Find(int requestId)
    {
        var subscription = Volatile.Read(ref slots[requestId & (slots.Length - 1)]);
        return subscription is not null && subscription.RequestId == requestId ? subscription : null;
    }

    /// <summary>Gives a subscription the next id whose slot is free. One writer at a time.</summary>
    public void Assign(MarketDataSubscription subscription, RequestIdAllocator ids)
    {
        Release(subscription);
        int id;
        do
        {
            id = ids.Next();
        }
        while (slots[id & (slots.Length - 1)] is not null);

        subscription.RequestId = id;
        Volatile.Write(ref slots[id & (slots.Length - 1)], subscription);
    }

    /// <summary>Takes a subscription's id away; later ticks for it find nothing.</summary>
    public void Release(MarketDataSubscription subscription)
    {
        var id = subscription.RequestId;
        if (id != 0)
        {
            Volatile.Write(ref slots[id & (slots.Length - 1)], null);
            subscription.RequestId = 0;
        }
    }
}
