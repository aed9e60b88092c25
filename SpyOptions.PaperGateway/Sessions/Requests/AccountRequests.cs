using System.Collections.Concurrent;
using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Matching;
using SpyOptions.Tws.Messages.Account;

namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>Answers requests about the account and its positions, and tells subscribers when an execution changes them.</summary>
internal sealed class AccountRequests
{
    private const int SummariesMax = 2;

    private readonly PaperBroker broker;
    private readonly ClientDirectory directory;
    private readonly IMarket market;
    private readonly ConcurrentDictionary<(ClientSession Client, int RequestId), string> summaries = [];

    /// <summary>Begins to listen to the broker.</summary>
    /// <param name="broker">The broker.</param>
    /// <param name="directory">The clients.</param>
    /// <param name="market">The market.</param>
    public AccountRequests(PaperBroker broker, ClientDirectory directory, IMarket market)
    {
        this.broker = broker;
        this.directory = directory;
        this.market = market;
        broker.Happened += OnHappened;
    }

    /// <summary>Tells the positions, and goes on telling when they change.</summary>
    /// <param name="client">The client.</param>
    public void SubscribePositions(ClientSession client)
    {
        foreach (var valued in broker.Value().Holdings.Where(valued => valued.Holding.Quantity != 0))
        {
            client.Send(Describe(valued.Holding));
        }

        client.Send(new PositionsEnd());
        client.Subscriptions.Positions = true;
    }

    /// <summary>Tells some values of the account, and goes on telling when they change.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void SubscribeSummary(ClientSession client, AccountSummaryRequest request)
    {
        if (!summaries.ContainsKey((client, request.RequestId)) && summaries.Count(summary => summary.Key.Client == client) >= SummariesMax)
        {
            client.Refuse(request.RequestId, 322, "Error processing request. Maximum number of account summary requests exceeded");
            return;
        }

        summaries[(client, request.RequestId)] = request.Tags;
        TellSummary(client, request.RequestId, request.Tags, broker.Value());
        client.Send(new AccountSummaryEnd(request.RequestId));
    }

    /// <summary>Ends a subscription to values of the account.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requestId">Its request id.</param>
    public void CancelSummary(ClientSession client, int requestId) => summaries.TryRemove((client, requestId), out _);

    /// <summary>Tells the whole account, and goes on telling when it changes; or ends that.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void SubscribeUpdates(ClientSession client, AccountUpdatesRequest request)
    {
        if (!IsOurs(request.Account))
        {
            client.Refuse(-1, 321, $"Error validating request: account '{request.Account}' is invalid.");
            return;
        }

        client.Subscriptions.Account = request.Subscribe;
        if (request.Subscribe)
        {
            TellAccount(client, broker.Value());
            client.Send(new AccountDownloadEnd(broker.Account));
        }
    }

    /// <summary>Tells the whole account once, under a request id.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void TellMulti(ClientSession client, AccountUpdatesMultiRequest request)
    {
        if (!IsOurs(request.Account) || request.ModelCode.Length > 0)
        {
            client.Refuse(request.RequestId, 321, $"Error validating request: account '{request.Account}' with model '{request.ModelCode}' is invalid.");
            return;
        }

        foreach (var (key, value) in AccountTags.Values(broker.Value()))
        {
            client.Send(new AccountUpdateMulti(request.RequestId, broker.Account, "", key, value, AccountTags.CurrencyOf(key)));
        }

        client.Send(new AccountUpdateMultiEnd(request.RequestId));
    }

    /// <summary>Ends all subscriptions of a client.</summary>
    /// <param name="client">The client.</param>
    public void Forget(ClientSession client)
    {
        foreach (var key in summaries.Keys.Where(key => key.Client == client))
        {
            summaries.TryRemove(key, out _);
        }
    }

    private bool IsOurs(string account) => account.Length == 0 || account == broker.Account;

    private void OnHappened(OrderEvent happened)
    {
        if (happened is not CommissionKnown { Execution.Contract.ConId: var conId })
        {
            return;
        }

        var account = broker.Value();
        foreach (var client in directory.All)
        {
            if (client.Subscriptions.Positions)
            {
                client.Send(Describe(account.Holdings.First(valued => valued.Holding.Contract.ConId == conId).Holding));
            }

            if (client.Subscriptions.Account)
            {
                TellAccount(client, account);
            }
        }

        foreach (var ((client, requestId), tags) in summaries)
        {
            TellSummary(client, requestId, tags, account);
        }
    }

    private void TellSummary(ClientSession client, int requestId, string tags, AccountSnapshot account)
    {
        var wanted = tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var (key, value) in AccountTags.Values(account).Where(each => wanted.Contains(each.Key) || wanted.Contains("All")))
        {
            client.Send(new AccountSummary(requestId, broker.Account, key, value, AccountTags.CurrencyOf(key)));
        }
    }

    private void TellAccount(ClientSession client, AccountSnapshot account)
    {
        foreach (var (key, value) in AccountTags.Values(account))
        {
            client.Send(new AccountValue(key, value, AccountTags.CurrencyOf(key), broker.Account));
        }

        foreach (var valued in account.Holdings)
        {
            client.Send(new PortfolioValue(
                ContractDescriptions.Describe(valued.Holding.Contract, ""),
                valued.Holding.Quantity,
                valued.Price,
                valued.Value,
                valued.Holding.AverageCost,
                valued.UnrealizedPnl,
                0,
                broker.Account));
        }

        client.Send(new AccountUpdateTime(MarketTimeText.Minute(market.Clock.Now)));
    }

    private Position Describe(Holding holding) =>
        new(broker.Account, ContractDescriptions.Describe(holding.Contract, ""), holding.Quantity, holding.AverageCost);
}
