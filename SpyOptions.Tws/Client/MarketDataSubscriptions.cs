using Microsoft.Extensions.Logging;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tws.Client;

/// <summary>Holds every market data subscription and asks for it again when the gateway lost it.</summary>
internal sealed class MarketDataSubscriptions(
    TwsClientOptions options,
    RequestIdAllocator ids,
    RequestPacer pacer,
    TimeProvider time,
    TwsClientMetrics metrics,
    ILogger logger)
{
    private const int DuplicateRetriesMax = 3;
    private const int FruitlessDoublingsMax = 4;

    private readonly Lock gate = new();
    private readonly SubscriptionSlots slots = new(options.SubscriptionsMax);
    private readonly List<MarketDataSubscription> all = [];
    private bool isConnected;
    private long? recoveredAt;

    /// <summary>Finds the subscription of a running request; for the read loop.</summary>
    public MarketDataSubscription? Find(int requestId) => slots.Find(requestId);

    public MarketDataSubscription Add(Contract contract, string genericTicks, int key, IMarketDataHandler handler)
    {
        var subscription = new MarketDataSubscription(this, contract, genericTicks, key, handler);
        lock (gate)
        {
            if (all.Count >= options.SubscriptionsMax)
            {
                throw new TwsRequestException(
                    TwsRequestFailure.SubscriptionsFull, nameof(MarketDataRequest), $"{all.Count} market data subscriptions are held, the most allowed.");
            }

            all.Add(subscription);
            Ask(subscription);
        }

        return subscription;
    }

    public void Remove(MarketDataSubscription subscription)
    {
        lock (gate)
        {
            if (subscription.IsEnded)
            {
                return;
            }

            subscription.IsEnded = true;
            all.Remove(subscription);
            Withdraw(subscription);
        }
    }

    /// <summary>The connection is ready: asks for everything.</summary>
    public void Connected()
    {
        lock (gate)
        {
            isConnected = true;
            all.ForEach(Ask);
        }
    }

    /// <summary>The connection has ended and every request with it.</summary>
    public void Disconnected()
    {
        lock (gate)
        {
            isConnected = false;
            recoveredAt = null;
            all.ForEach(Forget);
        }
    }

    /// <summary>The gateway said that it lost every subscription.</summary>
    public void RestoreAll(string cause)
    {
        lock (gate)
        {
            TwsClientLog.Restoring(logger, all.Count, cause);
            foreach (var subscription in all)
            {
                subscription.Request?.TryAbandon();
                Forget(subscription);
                Ask(subscription);
            }
        }
    }

    /// <summary>A farm or the broker came back: streams that stay silent for the grace from now on are asked for again.</summary>
    public void WatchAfterRecovery()
    {
        lock (gate)
        {
            recoveredAt = time.GetTimestamp();
        }
    }

    /// <summary>Asks for what waits, and again for what has fallen silent. Called at every watch interval.</summary>
    public void Watch(bool isMarketOpen)
    {
        lock (gate)
        {
            if (!isConnected)
            {
                return;
            }

            foreach (var subscription in all.Where(static each => each.State == MarketDataSubscriptionState.Waiting))
            {
                Ask(subscription);
            }

            if (recoveredAt is { } mark && time.GetElapsedTime(mark) >= options.FarmRecoveryGrace)
            {
                recoveredAt = null;
                RestoreSilent(subscription => LastSign(subscription) is { } sign && sign <= mark, "silent after a recovery");
            }

            if (isMarketOpen)
            {
                RestoreSilent(IsTooSilent, "silent while the market is open");
            }
        }
    }

    /// <summary>Handles an error that names a subscription's request.</summary>
    /// <returns>True when the consumer must hear of it; false when the request was repaired.</returns>
    public bool OnError(MarketDataSubscription subscription, ErrorNotice error)
    {
        lock (gate)
        {
            switch (error.Code)
            {
                case 321 when GenericTickList.TryRemoveIllegal(subscription.GenericTicks, error.Text, out var legal):
                    TwsClientLog.IllegalGenericTicks(logger, subscription.Key, subscription.GenericTicks, legal);
                    subscription.GenericTicks = legal;
                    return !AskAnew(subscription);
                case 102 or 322 when subscription.DuplicateRetries < DuplicateRetriesMax:
                    subscription.DuplicateRetries++;
                    return !AskAnew(subscription);
                // Data not subscribed, no such contract, no line left, or a request that stays invalid: asking again changes nothing.
                case 101 or 102 or 200 or 321 or 322 or 354 or 10186:
                    slots.Release(subscription);
                    subscription.IsRefused = true;
                    return true;
                default:
                    return true;
            }
        }
    }

    private bool AskAnew(MarketDataSubscription subscription)
    {
        Forget(subscription);
        Ask(subscription);
        return true;
    }

    private void RestoreSilent(Func<MarketDataSubscription, bool> isSilent, string cause)
    {
        var silent = all.Where(isSilent).ToArray();
        if (silent.Length == 0)
        {
            return;
        }

        TwsClientLog.Restoring(logger, silent.Length, cause);
        foreach (var subscription in silent)
        {
            subscription.FruitlessRestorations = subscription.LastTickTimestamp == 0 ? subscription.FruitlessRestorations + 1 : 1;
            Withdraw(subscription);
            Ask(subscription);
        }
    }

    private bool IsTooSilent(MarketDataSubscription subscription)
    {
        var factor = subscription.LastTickTimestamp == 0 ? 1 << Math.Min(subscription.FruitlessRestorations, FruitlessDoublingsMax) : 1;
        return LastSign(subscription) is { } sign && time.GetElapsedTime(sign) >= options.SilenceMax * factor;
    }

    /// <summary>When the stream last ticked, or else when it was asked for; null while there is nothing to expect.</summary>
    private static long? LastSign(MarketDataSubscription subscription) =>
        subscription.RequestId == 0 || subscription.IsRefused || subscription.Request is not { SentTimestamp: > 0 } request
            ? null
            : Math.Max(subscription.LastTickTimestamp, request.SentTimestamp);

    private void Ask(MarketDataSubscription subscription)
    {
        if (!isConnected)
        {
            return;
        }

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
    private void Withdraw(MarketDataSubscription subscription)
    {
        var id = subscription.RequestId;
        if (id != 0 && !subscription.IsRefused && subscription.Request?.TryAbandon() == false)
        {
            pacer.TryEnqueue(new OutgoingRequest(new CancelMarketDataRequest(id), SendPriority.MarketData));
        }

        Forget(subscription);
    }

    private void Forget(MarketDataSubscription subscription)
    {
        slots.Release(subscription);
        subscription.IsRefused = false;
        subscription.LastTickTimestamp = 0;
    }
}
