using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>Brings every decoded reply of one session to where it belongs. Runs on the read loop; ticks pass without an allocation.</summary>
internal sealed class ReplyRouter(ClientContext context, Action<TwsFailureCode, string> endSession) : IReplyHandler
{
    private readonly LogThrottle malformedLog = new(context.Time, TimeSpan.FromSeconds(10));
    private readonly NoticeRouter notices = new(context, endSession);

    /// <summary>Timestamp of the socket read whose frames are being dispatched.</summary>
    public long ReceivedTimestamp { get; set; }

    /// <summary>The ids that the session waits for.</summary>
    public SessionIds Ids { get; } = new(context, endSession);

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
                notices.OnError(error);
                break;
            case CurrentTime now:
                OnCurrentTime(now);
                break;
            case NextValidId { OrderId: var orderId }:
                Ids.OnNextValidId(orderId);
                break;
            case ManagedAccounts { Accounts: var accounts }:
                Ids.OnAccounts(accounts);
                break;
            case MarketDataTypeNotice notice when context.Subscriptions.Find(notice.RequestId) is { } subscription:
                OnMarketDataType(subscription, notice.Type);
                break;
            case ContractDetails details when context.Calls.TryAdd(details.RequestId, details):
            case OptionParameters parameters when context.Calls.TryAdd(parameters.RequestId, parameters):
            case ContractDetailsEnd detailsEnd when context.Calls.TryComplete(detailsEnd.RequestId):
            case OptionParametersEnd parametersEnd when context.Calls.TryComplete(parametersEnd.RequestId):
                break;
            default:
                ObserveOrderId(message);
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

    private void OnCurrentTime(CurrentTime now)
    {
        if (now.UnixSeconds < 0 || now.UnixSeconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            throw new TwsProtocolException($"The gateway's time of {now.UnixSeconds} s is no date.", 49, "time");
        }

        context.CurrentTime.Answer(DateTimeOffset.FromUnixTimeSeconds(now.UnixSeconds));
    }

    private void ObserveOrderId(IReply message)
    {
        var orderId = message switch
        {
            OpenOrder order => order.OrderId,
            OrderStatus status => status.OrderId,
            ExecutionDetails execution => execution.OrderId,
            _ => 0,
        };
        if (!context.OrderIds.TryObserve(orderId))
        {
            TwsClientLog.OrderIdOutOfRange(context.Logger, orderId);
        }
    }

    private void OnMarketDataType(MarketDataSubscription subscription, int type)
    {
        try
        {
            subscription.Handler.OnMarketDataType(subscription, type);
        }
        catch (Exception exception)
        {
            context.HandlerFailed(exception);
        }
    }
}
