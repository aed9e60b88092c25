using SpyOptions.PaperGateway.Market;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Orders;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>
/// Keeps the orders of all clients and executes them against the quotes: a buy at the ask, a sell at the bid, no more than is displayed,
/// and nothing where a side is missing or the quote is crossed. Safe from any thread; events are raised in order, under its lock.
/// </summary>
internal sealed class PaperBroker(IMarket market, BrokerTerms terms)
{
    private const long FirstPermId = 1_377_295_001;

    private readonly Lock gate = new();
    private readonly Dictionary<(int ClientId, int OrderId), PaperOrder> orders = [];
    private readonly Dictionary<int, int> highestOrderIds = [];
    private readonly HashSet<(int ClientId, int OrderId)> working = [];
    private readonly List<PaperExecution> executions = [];
    private readonly DisplayedSizes sizes = new();
    private readonly Portfolio portfolio = new(terms.StartingCash);
    private long nextPermId = FirstPermId;

    /// <summary>Raised for each thing that happens to an order. A handler must not block.</summary>
    public event Action<OrderEvent>? Happened;

    /// <summary>The account's name.</summary>
    public string Account => terms.Account;

    /// <summary>The lowest order id that a client may use.</summary>
    /// <param name="clientId">The client.</param>
    /// <returns>The id.</returns>
    public int NextOrderId(int clientId)
    {
        lock (gate)
        {
            return highestOrderIds.GetValueOrDefault(clientId) + 1;
        }
    }

    /// <summary>Places an order, or changes the one that has its id.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="orderId">The client's number of the order.</param>
    /// <param name="contract">What is traded.</param>
    /// <param name="legs">What is traded, leg by leg.</param>
    /// <param name="order">The terms.</param>
    /// <returns>Why it is refused; null when it was accepted.</returns>
    public OrderRefusal? Place(int clientId, int orderId, Contract contract, IReadOnlyList<OrderLeg> legs, Order order)
    {
        if (OrderRules.Check(order, contract.IsCombo, terms.Account) is { } refusal)
        {
            return refusal;
        }

        lock (gate)
        {
            var key = (clientId, orderId);
            var before = orders.GetValueOrDefault(key);
            var placed = Make(clientId, orderId, contract, legs, order, before);
            var problem = before is null
                ? orderId <= highestOrderIds.GetValueOrDefault(clientId) ? new OrderRefusal(103, "Duplicate order id") : null
                : OrderRules.CheckChange(before, placed);
            problem ??= CheckFunds(placed);
            if (problem is not null)
            {
                return problem;
            }

            highestOrderIds[clientId] = Math.Max(highestOrderIds.GetValueOrDefault(clientId), orderId);
            Put(placed with { Status = order.Transmit ? OrderState.PreSubmitted : OrderState.Inactive });
            if (order.Transmit)
            {
                Put(placed with { Status = OrderState.Submitted });
                Match(key);
                EndImmediate(key);
            }

            return null;
        }
    }

    /// <summary>Tells what an order would need, without placing it.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="orderId">The client's number of the order.</param>
    /// <param name="contract">What is traded.</param>
    /// <param name="legs">What is traded, leg by leg.</param>
    /// <param name="order">The terms.</param>
    /// <param name="preview">The order and the account before and after it.</param>
    /// <returns>Why it would be refused; null when it would not.</returns>
    public OrderRefusal? Preview(int clientId, int orderId, Contract contract, IReadOnlyList<OrderLeg> legs, Order order, out OrderPreview? preview)
    {
        preview = null;
        if (OrderRules.Check(order, contract.IsCombo, terms.Account) is { } refusal)
        {
            return refusal;
        }

        lock (gate)
        {
            preview = OrderPreview.Of(Make(clientId, orderId, contract, legs, order, null), portfolio, market);
            return null;
        }
    }

    /// <summary>Cancels an order.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="orderId">The client's number of the order.</param>
    /// <returns>Why it cannot be cancelled; null when it was.</returns>
    public OrderRefusal? Cancel(int clientId, int orderId)
    {
        lock (gate)
        {
            if (!orders.TryGetValue((clientId, orderId), out var order))
            {
                return new OrderRefusal(10147, $"OrderId {orderId} that needs to be cancelled is not found.");
            }

            if (order.IsFinal)
            {
                return new OrderRefusal(10148, $"OrderId {orderId} that needs to be cancelled cannot be cancelled, state: {order.Status}.");
            }

            CancelLocked(order);
            return null;
        }
    }

    /// <summary>Cancels every order of every client.</summary>
    public void CancelAll()
    {
        lock (gate)
        {
            foreach (var order in orders.Values.Where(order => !order.IsFinal).ToArray())
            {
                CancelLocked(order);
            }
        }
    }

    /// <summary>The orders that are not final.</summary>
    /// <param name="clientId">Whose; null for all.</param>
    /// <returns>The orders, oldest first.</returns>
    public IReadOnlyList<PaperOrder> OpenOrders(int? clientId)
    {
        lock (gate)
        {
            return [.. orders.Values.Where(order => !order.IsFinal && (clientId is null || order.ClientId == clientId)).OrderBy(order => order.PermId)];
        }
    }

    /// <summary>The executions of this session, oldest first.</summary>
    /// <returns>The executions.</returns>
    public IReadOnlyList<PaperExecution> Executions()
    {
        lock (gate)
        {
            return [.. executions];
        }
    }

    /// <summary>The account at the quotes of now.</summary>
    /// <returns>The account.</returns>
    public AccountSnapshot Value()
    {
        lock (gate)
        {
            return AccountSnapshot.Of(portfolio, market);
        }
    }

    /// <summary>Matches the orders that a change of the market concerns.</summary>
    /// <param name="change">The change.</param>
    public void OnChanged(QuoteChange change)
    {
        lock (gate)
        {
            if (working.Count == 0)
            {
                return;
            }

            foreach (var key in working.Where(key => orders[key].Legs.Any(leg => leg.Contract.ConId == change.ConId)).ToArray())
            {
                Match(key);
            }
        }
    }

    private PaperOrder Make(int clientId, int orderId, Contract contract, IReadOnlyList<OrderLeg> legs, Order order, PaperOrder? before)
    {
        var named = order with { Account = terms.Account, TimeInForce = order.TimeInForce.Length == 0 ? "DAY" : order.TimeInForce };
        return before is null
            ? new PaperOrder { ClientId = clientId, OrderId = orderId, PermId = nextPermId++, Contract = contract, Legs = legs, Terms = named }
            : before with { Contract = contract, Legs = legs, Terms = named };
    }

    private OrderRefusal? CheckFunds(PaperOrder order)
    {
        var (before, after, _) = OrderPreview.Of(order, portfolio, market);
        return after.AvailableFunds < 0 && after.InitialMargin > before.InitialMargin
            ? new OrderRefusal(201, FormattableString.Invariant($"Order rejected - reason:The available funds of {before.AvailableFunds:F2} USD do not cover the order."))
            : null;
    }

    private void Put(PaperOrder order)
    {
        var key = (order.ClientId, order.OrderId);
        orders[key] = order;
        if (order.IsWorking ? working.Add(key) : working.Remove(key))
        {
            foreach (var leg in order.Legs)
            {
                Watch(leg.Contract.ConId, order.IsWorking);
            }
        }

        Happened?.Invoke(new OrderChanged(order));
    }

    private void Watch(int conId, bool isWatched)
    {
        if (isWatched)
        {
            market.Watch(conId);
        }
        else
        {
            market.Unwatch(conId);
        }
    }

    private void CancelLocked(PaperOrder order)
    {
        Put(order with { Status = OrderState.PendingCancel });
        Put(order with { Status = OrderState.Cancelled });
    }

    private void EndImmediate((int ClientId, int OrderId) key)
    {
        if (orders[key] is { IsFinal: false, Terms.TimeInForce: "IOC" or "FOK" } order)
        {
            CancelLocked(order);
        }
    }

    private void Match((int ClientId, int OrderId) key)
    {
        var order = orders[key];
        if (OrderMatch.Find(order, market, sizes) is not { } match)
        {
            return;
        }

        var filled = order.Filled + match.Quantity;
        var after = order with
        {
            Filled = filled,
            LastPrice = match.Price,
            AveragePrice = ((order.AveragePrice * order.Filled) + (match.Price * match.Quantity)) / filled,
            Status = filled == order.Terms.TotalQuantity ? OrderState.Filled : OrderState.Submitted,
        };
        var booked = match.Book(after, portfolio, sizes, market.Clock.Now, executions.Count + 1);
        executions.AddRange(booked);
        foreach (var execution in booked)
        {
            Happened?.Invoke(new OrderExecuted(execution));
        }

        Put(after);
        foreach (var execution in booked.Where(execution => execution.Commission is not null))
        {
            Happened?.Invoke(new CommissionKnown(execution));
        }
    }
}
