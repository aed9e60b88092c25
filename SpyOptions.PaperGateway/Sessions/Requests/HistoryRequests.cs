using System.Collections.Concurrent;
using SpyOptions.PaperGateway.Market;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>Answers requests for past bars, bars as they complete, and every tick: all of the underlying only.</summary>
internal sealed class HistoryRequests
{
    private const int TickFeedsMax = 5;

    private readonly ContractCatalog catalog;
    private readonly PriceHistory history;
    private readonly IMarket market;
    private readonly ConcurrentDictionary<(ClientSession Client, int RequestId), Feed> feeds = [];

    /// <summary>Begins to listen to the history.</summary>
    /// <param name="catalog">What is listed.</param>
    /// <param name="history">The past of the underlying.</param>
    /// <param name="market">The market.</param>
    public HistoryRequests(ContractCatalog catalog, PriceHistory history, IMarket market)
    {
        this.catalog = catalog;
        this.history = history;
        this.market = market;
        history.TradesCompleted += OnCompleted;
    }

    /// <summary>Starts a feed of every tick.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void SubscribeTicks(ClientSession client, TickByTickRequest request)
    {
        var id = request.RequestId;
        if (!IsFree(client, id) || !TryFind(client, id, request.Contract, out var contract))
        {
            return;
        }

        var kind = TickByTickFeed.Parse(request.TickType);
        if (kind is null)
        {
            client.Refuse(id, 321, $"Error validating request: tickType '{request.TickType}' is none of Last, AllLast, BidAsk and MidPoint.");
        }
        else if (contract.IsOption)
        {
            client.Refuse(id, 10189, $"Failed to request tick-by-tick data.{request.TickType} tick-by-tick requests are not supported for {contract.LocalSymbol}.");
        }
        else if (feeds.Count(feed => feed.Key.Client == client && feed.Value.Kind == FeedKind.Ticks) >= TickFeedsMax)
        {
            client.Refuse(id, 10190, "Max number of tick-by-tick requests has been reached.");
        }
        else
        {
            feeds[(client, id)] = new Feed(FeedKind.Ticks, kind.Value, null);
        }
    }

    /// <summary>Starts a feed of bars of five seconds.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void SubscribeBars(ClientSession client, RealTimeBarsRequest request)
    {
        var id = request.RequestId;
        if (!IsFree(client, id) || !TryFind(client, id, request.Contract, out var contract))
        {
            return;
        }

        if (contract.IsOption || request.WhatToShow != "TRADES")
        {
            client.Refuse(id, 420, $"Invalid Real-time Query:No market data of type {request.WhatToShow} for {contract.LocalSymbol}");
            return;
        }

        feeds[(client, id)] = new Feed(FeedKind.Bars, default, null);
    }

    /// <summary>Tells past bars, and goes on telling when asked to.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void Tell(ClientSession client, HistoricalDataRequest request)
    {
        var id = request.RequestId;
        if (!IsFree(client, id) || !TryFind(client, id, request.Contract, out var contract))
        {
            return;
        }

        if (!BarQuery.TryParse(request, market.Clock.Now, out var query, out var problem))
        {
            client.Refuse(id, 321, $"Error validating request: {problem}");
            return;
        }

        var bars = contract.IsOption ? [] : query.Read(history);
        if (bars.Count == 0)
        {
            client.Refuse(id, 162, $"Historical Market Data Service error message:HMDS query returned no data: {contract.LocalSymbol}@SMART {request.WhatToShow}");
            return;
        }

        client.Send(new HistoricalData(id, MarketTimeText.Bar(query.From), MarketTimeText.Bar(query.To), [.. bars.Select(query.Describe)]));
        if (request.KeepUpToDate)
        {
            feeds[(client, id)] = new Feed(FeedKind.History, default, query);
        }
    }

    /// <summary>Ends a feed.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requestId">Its request id.</param>
    /// <param name="kind">What it was.</param>
    public void Cancel(ClientSession client, int requestId, FeedKind kind)
    {
        if (feeds.TryGetValue((client, requestId), out var feed) && feed.Kind == kind)
        {
            feeds.TryRemove((client, requestId), out _);
            return;
        }

        var code = kind == FeedKind.History ? 366 : 300;
        client.Refuse(requestId, code, code == 366 ? $"No historical data query found for ticker id:{requestId}" : $"Can't find EId with tickerId:{requestId}");
    }

    /// <summary>Ends all feeds of a client.</summary>
    /// <param name="client">The client.</param>
    public void Forget(ClientSession client)
    {
        foreach (var key in feeds.Keys.Where(key => key.Client == client))
        {
            feeds.TryRemove(key, out _);
        }
    }

    /// <summary>Passes a change of the market to the feeds of ticks.</summary>
    /// <param name="change">The change.</param>
    public void OnChanged(QuoteChange change)
    {
        if (change.ConId != catalog.Underlying.ConId)
        {
            return;
        }

        foreach (var ((client, id), feed) in feeds)
        {
            if (feed.Kind == FeedKind.Ticks && TickByTickFeed.Make(id, feed.Ticks, in change) is { } tick)
            {
                client.Outgoing.AddIfIdle(tick);
            }
        }
    }

    private void OnCompleted(PriceBar bar)
    {
        foreach (var ((client, id), feed) in feeds)
        {
            if (feed.Kind == FeedKind.Bars)
            {
                client.Outgoing.AddIfIdle(new RealTimeBar(
                    id, bar.StartsAt.ToUnixTimeSeconds(), bar.Open, bar.High, bar.Low, bar.Close, bar.Volume, bar.Average, bar.Count));
            }
            else if (feed.Query?.ReadNewest(history, bar) is { } newest)
            {
                client.Outgoing.AddIfIdle(feed.Query.Update(id, newest));
            }
        }
    }

    private bool IsFree(ClientSession client, int requestId)
    {
        var isFree = !feeds.ContainsKey((client, requestId));
        if (!isFree)
        {
            client.Refuse(requestId, 322, "Error processing request: Duplicate ticker id");
        }

        return isFree;
    }

    private bool TryFind(ClientSession client, int requestId, Contract wanted, out ListedContract contract)
    {
        var isFound = LegFinder.TryFind(catalog, wanted, out var legs, out var problem) && legs.Count == 1;
        contract = isFound ? legs[0].Contract : catalog.Underlying;
        if (!isFound)
        {
            client.Refuse(requestId, 200, problem);
        }

        return isFound;
    }

    private sealed record Feed(FeedKind Kind, TickByTickKind Ticks, BarQuery? Query);
}
