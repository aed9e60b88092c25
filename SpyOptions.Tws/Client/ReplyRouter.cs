using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>Brings every decoded reply of one session to where it belongs. Runs on the read loop; ticks pass without an allocation.</summary>
internal sealed class ReplyRouter(ClientContext context, Action<TwsFailureCode, string> endSession) : IReplyHandler
{
    private readonly LogThrottle malformedLog = new(context.Time, TimeSpan.FromSeconds(10));
    private readonly BrokerLink brokerLink = new();
    private readonly TaskCompletionSource idsKnown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool hasOrderId;
    private bool hasAccounts;

    /// <summary>Timestamp of the socket read whose frames are being dispatched.</summary>
    public long ReceivedTimestamp { get; set; }

    /// <summary>Ends when the next valid order id and at least one account are known.</summary>
    public Task IdsKnown => idsKnown.Task;

    /// <summary>What of it is still missing, for people.</summary>
    public string MissingIds => (hasOrderId, hasAccounts) switch
    {
        (false, false) => "next valid order id and no account list",
        (false, true) => "next valid order id",
        _ => "account list",
    };

    public void OnTickPrice(in TickPrice message)
    {
        if (FindTicking(message.RequestId) is { } subscription)
        {
            try
            {
                subscription.Handler.OnTickPrice(subscription, in message, ReceivedTimestamp);
            }
            catch (Exception exception)
            {
                context.HandlerFailed(exception);
            }
        }
    }

    public void OnTickSize(in TickSize message)
    {
        if (FindTicking(message.RequestId) is { } subscription)
        {
            try
            {
                subscription.Handler.OnTickSize(subscription, in message, ReceivedTimestamp);
            }
            catch (Exception exception)
            {
                context.HandlerFailed(exception);
            }
        }
    }

    public void OnTickGeneric(in TickGeneric message)
    {
        if (FindTicking(message.RequestId) is { } subscription)
        {
            try
            {
                subscription.Handler.OnTickGeneric(subscription, in message, ReceivedTimestamp);
            }
            catch (Exception exception)
            {
                context.HandlerFailed(exception);
            }
        }
    }

    public void OnTickString(in TickString message)
    {
        if (FindTicking(message.RequestId) is { } subscription)
        {
            try
            {
                subscription.Handler.OnTickString(subscription, in message, ReceivedTimestamp);
            }
            catch (Exception exception)
            {
                context.HandlerFailed(exception);
            }
        }
    }

    public void OnTickOptionComputation(in TickOptionComputation message)
    {
        if (FindTicking(message.RequestId) is { } subscription)
        {
            try
            {
                subscription.Handler.OnTickOptionComputation(subscription, in message, ReceivedTimestamp);
            }
            catch (Exception exception)
            {
                context.HandlerFailed(exception);
            }
        }
    }

    public void OnReply(IReply message)
    {
        switch (message)
        {
            case ErrorNotice error:
                OnError(error);
                break;
            case CurrentTime now:
                OnCurrentTime(now);
                break;
            case NextValidId { OrderId: var orderId }:
                OnNextValidId(orderId);
                break;
            case ManagedAccounts { Accounts: var accounts }:
                hasAccounts |= accounts.Count > 0;
                context.State.AccountsKnown(accounts);
                CheckIds();
                break;
            case MarketDataTypeNotice notice when context.Subscriptions.Find(notice.RequestId) is { } subscription:
                Guard(() => subscription.Handler.OnMarketDataType(subscription, notice.Type));
                break;
            case ContractDetails details when context.Calls.TryAdd(details.RequestId, details):
            case OptionParameters parameters when context.Calls.TryAdd(parameters.RequestId, parameters):
            case ContractDetailsEnd detailsEnd when context.Calls.TryComplete(detailsEnd.RequestId):
            case OptionParametersEnd parametersEnd when context.Calls.TryComplete(parametersEnd.RequestId):
                break;
            default:
                context.PostReply(message);
                break;
        }
    }

    public void OnMalformed(TwsProtocolException error)
    {
        if (malformedLog.TryPass())
        {
            TwsClientLog.Malformed(context.Logger, error.MessageId, error.Field, error.Message, context.Metrics.Wire.MalformedMessages);
        }
    }

    private MarketDataSubscription? FindTicking(int requestId)
    {
        var subscription = context.Subscriptions.Find(requestId);
        if (subscription is null)
        {
            context.Metrics.TickOrphaned();
            return null;
        }

        subscription.LastTickTimestamp = ReceivedTimestamp;
        return subscription;
    }

    private void OnError(ErrorNotice error)
    {
        TwsClientLog.Notice(context.Logger, error.Id, error.Code, error.Text);
        if (RequestIdAllocator.IsRequestId(error.Id))
        {
            OnRequestError(error);
        }
        else
        {
            OnSessionNotice(error);
        }

        context.PostNotice(error);
    }

    private void OnRequestError(ErrorNotice error)
    {
        if (context.Subscriptions.Find(error.Id) is { } subscription)
        {
            if (context.Subscriptions.OnError(subscription, error))
            {
                Guard(() => subscription.Handler.OnError(subscription, error));
            }
        }
        else if (error.Code is not (>= 2100 and < 2200))
        {
            context.Calls.TryRefuse(error.Id, error.Code, error.Text);
        }
    }

    private void OnSessionNotice(ErrorNotice error)
    {
        switch (error.Code)
        {
            case 326:
                endSession(TwsFailureCode.ClientIdInUse, $"error 326: {error.Text}");
                return;
            case 1300:
                endSession(TwsFailureCode.PortChanged, $"error 1300: {error.Text}");
                return;
        }

        switch (brokerLink.Handle(error.Code, error.Text))
        {
            case BrokerLinkChange.Lost:
                context.State.SetBrokerConnected(false);
                break;
            case BrokerLinkChange.BackWithoutSubscriptions:
                context.State.SetBrokerConnected(true);
                context.Subscriptions.RestoreAll("notice 1101, subscriptions lost");
                break;
            case BrokerLinkChange.BackWithSubscriptions:
                context.State.SetBrokerConnected(true);
                context.Subscriptions.WatchAfterRecovery();
                break;
            case BrokerLinkChange.FarmRecovered:
                context.Subscriptions.WatchAfterRecovery();
                break;
        }
    }

    private void OnCurrentTime(CurrentTime now)
    {
        if (now.UnixSeconds < 0 || now.UnixSeconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            throw new TwsProtocolException($"The gateway's time of {now.UnixSeconds} s is no date.", 49, "time");
        }

        context.CurrentTime.Answer(DateTimeOffset.FromUnixTimeSeconds(now.UnixSeconds));
    }

    private void OnNextValidId(int orderId)
    {
        if (!context.OrderIds.TrySeed(orderId))
        {
            endSession(TwsFailureCode.IdsOutOfRange, $"next valid order id {orderId} lies outside of 1 to {RequestIdAllocator.First - 1}.");
            return;
        }

        hasOrderId = true;
        CheckIds();
    }

    private void CheckIds()
    {
        if (hasOrderId && hasAccounts)
        {
            idsKnown.TrySetResult();
        }
    }

    private void Guard(Action handler)
    {
        try
        {
            handler();
        }
        catch (Exception exception)
        {
            context.HandlerFailed(exception);
        }
    }
}
