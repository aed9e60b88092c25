using Microsoft.Extensions.Logging;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tws.Client;

/// <summary>Holds every market data subscription and asks for it again when the gateway lost it.</summary>
internal sealed class MarketDataSubscriptions
{
    private const int DuplicateRetriesMax = 3;

    private readonly TwsClientOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private readonly SubscriptionSlots slots;
    private readonly SubscriptionRequests requests;
    private readonly SilenceRule silence;
    private readonly List<MarketDataSubscription> all = [];
    private bool isConnected;
    private long? recoveredAt;
    private int? marketDataType;

    public MarketDataSubscriptions(
        TwsClientOptions options, RequestIdAllocator ids, RequestPacer pacer, TimeProvider time, TwsClientMetrics metrics, ILogger logger)
    {
        this.options = options;
        this.time = time;
        this.logger = logger;
        slots = new SubscriptionSlots(options.SubscriptionsMax);
        requests = new SubscriptionRequests(slots, ids, pacer, metrics);
        silence = new SilenceRule(options, time);
    }

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
            AskIfConnected(subscription);
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
            requests.Withdraw(subscription);
        }
    }

    /// <summary>Chooses the kind of data for requests that follow, on this connection and every later one.</summary>
    public void SetMarketDataType(int type)
    {
        lock (gate)
        {
            marketDataType = type;
            if (isConnected)
            {
                requests.AskForType(type);
            }
        }
    }

    /// <summary>The connection is ready: asks for everything.</summary>
    public void Connected()
    {
        lock (gate)
        {
            isConnected = true;
            if (marketDataType is { } type)
            {
                requests.AskForType(type);
            }

            all.ForEach(requests.Ask);
        }
    }

    /// <summary>The connection has ended and every request with it.</summary>
    public void Disconnected()
    {
        lock (gate)
        {
            isConnected = false;
            recoveredAt = null;
            foreach (var subscription in all)
            {
                requests.Forget(subscription);
                subscription.DuplicateRetries = 0;
            }
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
                AskAnew(subscription);
            }
        }
    }

    /// <summary>A farm or the broker came back: streams that stay silent for the grace from now on are asked for again.</summary>
    public void WatchAfterRecovery()
    {
        lock (gate)
        {
            recoveredAt = time.GetTimestamp();
            silence.StartOver();
        }
    }

    /// <summary>Asks for what waits, and again for what has fallen silent. Called at every watch interval.</summary>
    /// <param name="expectsTicks">False while silence is no fault: the market is closed, or the gateway has lost the broker.</param>
    public void Watch(bool expectsTicks)
    {
        lock (gate)
        {
            if (!isConnected)
            {
                return;
            }

            foreach (var subscription in all.Where(static each => each.State == MarketDataSubscriptionState.Waiting))
            {
                requests.Ask(subscription);
            }

            if (recoveredAt is { } mark && time.GetElapsedTime(mark) >= options.FarmRecoveryGrace)
            {
                recoveredAt = null;
                RestoreSilent(subscription => SilenceRule.IsSilentSince(subscription, mark), "silent after a recovery");
            }

            if (expectsTicks)
            {
                RestoreSilent(silence.IsTooSilent, "silent while the market is open");
            }
            else
            {
                silence.StartOver();
            }
        }
    }

    /// <summary>Handles an error that names a subscription's request.</summary>
    /// <returns>True when the consumer must hear of it; false when the request was repaired.</returns>
    public bool OnError(MarketDataSubscription subscription, ErrorNotice error)
    {
        lock (gate)
        {
            if (subscription.RequestId != error.Id)
            {
                // Disposed or asked for anew in the meantime.
                return false;
            }

            switch (error.Code)
            {
                case 321 when GenericTickList.TryRemoveIllegal(subscription.GenericTicks, error.Text, out var legal):
                    TwsClientLog.IllegalGenericTicks(logger, subscription.Key, subscription.GenericTicks, legal);
                    subscription.GenericTicks = legal;
                    AskAnew(subscription);
                    return false;
                case 102 or 322 when subscription.DuplicateRetries < DuplicateRetriesMax:
                    subscription.DuplicateRetries++;
                    AskAnew(subscription);
                    return false;
                // Data not subscribed, no such contract, no line left, or a request that stays invalid: asking again changes nothing.
                case 101 or 102 or 200 or 321 or 322 or 354 or 10186:
                    requests.Refuse(subscription);
                    return true;
                default:
                    return true;
            }
        }
    }

    private void AskIfConnected(MarketDataSubscription subscription)
    {
        if (isConnected)
        {
            requests.Ask(subscription);
        }
    }

    private void AskAnew(MarketDataSubscription subscription)
    {
        requests.Forget(subscription);
        AskIfConnected(subscription);
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
            requests.Withdraw(subscription);
            requests.Ask(subscription);
        }
    }
}
