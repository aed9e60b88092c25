using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tws.Client;

/// <summary>
/// Brings the gateway's errors and notices to where they belong: a stream, a question, the session or the link to the broker. Errors of orders pass
/// through untouched, for only the consumer knows what they do to an order.
/// </summary>
internal sealed class NoticeRouter(ClientContext context, Action<TwsFailureCode, string> endSession)
{
    private readonly BrokerLink brokerLink = new();

    public void OnError(ErrorNotice error)
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
            OnStreamError(subscription, error);
        }
        else if (error.Code is not (>= 2100 and < 2200))
        {
            context.Calls.TryRefuse(error.Id, error.Code, error.Text);
        }
    }

    private void OnStreamError(MarketDataSubscription subscription, ErrorNotice error)
    {
        if (!context.Subscriptions.OnError(subscription, error))
        {
            return;
        }

        try
        {
            subscription.Handler.OnError(subscription, error);
        }
        catch (Exception exception)
        {
            context.HandlerFailed(exception);
        }
    }

    private void OnSessionNotice(ErrorNotice error)
    {
        switch (error.Code)
        {
            case 326:
                endSession(TwsFailureCode.ClientIdInUse, $"error 326: {error.Text}");
                break;
            case 1300:
                endSession(TwsFailureCode.PortChanged, $"error 1300: {error.Text}");
                break;
            default:
                OnBrokerLink(brokerLink.Handle(error.Code, error.Text));
                break;
        }
    }

    private void OnBrokerLink(BrokerLinkChange change)
    {
        switch (change)
        {
            case BrokerLinkChange.Lost:
                context.State.SetBrokerConnected(false);
                break;
            case BrokerLinkChange.BackWithoutSubscriptions:
                context.State.SetBrokerConnected(true);
                context.Subscriptions.RestoreAll("the gateway lost them (1101)");
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
}
