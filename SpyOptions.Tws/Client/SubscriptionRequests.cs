using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.Tws.Client;

/// <summary>Asks the gateway for streams and ends them. For one thread at a time.</summary>
internal sealed class SubscriptionRequests(SubscriptionSlots slots, RequestIdAllocator ids, RequestPacer pacer, TwsClientMetrics metrics)
{
    /// <summary>Chooses the kind of data for the requests that follow.</summary>
    public void AskForType(int type) => pacer.TryEnqueue(new OutgoingRequest(new MarketDataTypeRequest(type), SendPriority.MarketData));

    /// <summary>Asks for a stream under a new id; without room in the queue it stays waiting.</summary>
    public void Ask(MarketDataSubscription subscription)
    {
        slots.Assign(subscription, ids);
        var message = new MarketDataRequest(subscription.RequestId, subscription.Contract, subscription.GenericTicks);
        var request = new OutgoingRequest(message, SendPriority.MarketData);
        if (pacer.TryEnqueue(request) is not null)
        {
            slots.Release(subscription);
            return;
        }

        if (subscription.Request is not null)
        {
            subscription.Restorations++;
            metrics.SubscriptionRestored();
        }

        subscription.Request = request;
    }

    /// <summary>Ends the running request: unsent it is taken back, sent it is cancelled at the gateway.</summary>
    public void Withdraw(MarketDataSubscription subscription)
    {
        var id = subscription.RequestId;
        if (id != 0 && subscription.Request?.TryAbandon() == false)
        {
            pacer.TryEnqueue(new OutgoingRequest(new CancelMarketDataRequest(id), SendPriority.MarketData));
        }

        Forget(subscription);
    }

    /// <summary>The gateway knows nothing of the stream any more.</summary>
    public void Forget(MarketDataSubscription subscription)
    {
        subscription.Request?.TryAbandon();
        slots.Release(subscription);
        subscription.IsRefused = false;
        subscription.LastTickTimestamp = 0;
    }

    /// <summary>The gateway refused the stream.</summary>
    public void Refuse(MarketDataSubscription subscription)
    {
        slots.Release(subscription);
        subscription.IsRefused = true;
    }
}
