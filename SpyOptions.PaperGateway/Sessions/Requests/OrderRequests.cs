using SpyOptions.PaperGateway.Matching;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>Answers requests about orders and executions, and tells each client what happens to its orders.</summary>
internal sealed class OrderRequests
{
    private readonly ContractCatalog catalog;
    private readonly PaperBroker broker;
    private readonly ClientDirectory directory;
    private readonly GatewayMetrics metrics;

    /// <summary>Begins to listen to the broker.</summary>
    /// <param name="catalog">What is listed.</param>
    /// <param name="broker">The broker.</param>
    /// <param name="directory">The clients.</param>
    /// <param name="metrics">The counters.</param>
    public OrderRequests(ContractCatalog catalog, PaperBroker broker, ClientDirectory directory, GatewayMetrics metrics)
    {
        this.catalog = catalog;
        this.broker = broker;
        this.directory = directory;
        this.metrics = metrics;
        broker.Happened += OnHappened;
    }

    /// <summary>Places or changes an order, or tells what it would need.</summary>
    /// <param name="client">The client.</param>
    /// <param name="clientId">Its id.</param>
    /// <param name="request">The request.</param>
    public void Place(ClientSession client, int clientId, PlaceOrderRequest request)
    {
        var (id, order) = (request.OrderId, request.Order);
        if (!LegFinder.TryFind(catalog, request.Contract, out var legs, out var problem))
        {
            client.Refuse(id, 200, problem);
            return;
        }

        var contract = request.Contract.IsCombo ? request.Contract : ContractDescriptions.Describe(legs[0].Contract);
        OrderPreview? preview = null;
        var refusal = order.WhatIf
            ? broker.Preview(clientId, id, contract, legs, order, out preview)
            : broker.Place(clientId, id, contract, legs, order);
        if (refusal is not null)
        {
            client.Refuse(id, refusal.Code, refusal.Text);
        }
        else if (preview is not null)
        {
            client.Send(OrderReplies.Preview(id, clientId, contract, order, preview));
        }
    }

    /// <summary>Cancels an order.</summary>
    /// <param name="client">The client.</param>
    /// <param name="clientId">Its id.</param>
    /// <param name="orderId">Its number of the order.</param>
    public void Cancel(ClientSession client, int clientId, int orderId)
    {
        if (broker.Cancel(clientId, orderId) is { } refusal)
        {
            client.Refuse(orderId, refusal.Code, refusal.Text);
        }
    }

    /// <summary>Cancels every order of every client.</summary>
    public void CancelAll() => broker.CancelAll();

    /// <summary>Tells the orders that are not final.</summary>
    /// <param name="client">The client.</param>
    /// <param name="clientId">Whose orders; null for all.</param>
    public void TellOpen(ClientSession client, int? clientId)
    {
        foreach (var order in broker.OpenOrders(clientId))
        {
            client.Send(OrderReplies.Open(order));
            client.Send(OrderReplies.Status(order));
        }

        client.Send(new OpenOrdersEnd());
    }

    /// <summary>Binds orders entered by hand, of which there are none.</summary>
    /// <param name="client">The client.</param>
    /// <param name="clientId">Its id.</param>
    public static void BindManual(ClientSession client, int clientId)
    {
        if (clientId != 0)
        {
            client.Refuse(-1, 327, "Only the default client (i.e 0) can auto bind orders.");
        }
    }

    /// <summary>Tells the executions that fit a filter, and what they cost.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The filter.</param>
    public void TellExecutions(ClientSession client, ExecutionsRequest request)
    {
        if (!ExecutionFilter.TryParse(request, out var filter))
        {
            client.Refuse(request.RequestId, 321, $"Error validating request: time '{request.Since}' is not of the form yyyymmdd-hh:mm:ss.");
            return;
        }

        foreach (var execution in broker.Executions().Where(filter.Fits))
        {
            client.Send(OrderReplies.Execution(execution, request.RequestId));
            if (execution.Commission is not null)
            {
                client.Send(OrderReplies.Commission(execution));
            }
        }

        client.Send(new ExecutionsEnd(request.RequestId));
    }

    private void OnHappened(OrderEvent happened)
    {
        if (happened is OrderExecuted)
        {
            metrics.Executed();
        }

        if (directory.Find(happened.Order.ClientId) is not { } client)
        {
            return;
        }

        switch (happened)
        {
            case OrderChanged { Order: var order }:
                client.Send(OrderReplies.Open(order));
                client.Send(OrderReplies.Status(order));
                if (order.Status == OrderState.Cancelled)
                {
                    client.Send(new ErrorNotice(order.OrderId, 202, "Order Canceled - reason:"));
                }

                break;
            case OrderExecuted { Execution: var execution }:
                client.Send(OrderReplies.Execution(execution));
                break;
            case CommissionKnown { Execution: var execution }:
                client.Send(OrderReplies.Commission(execution));
                break;
        }
    }
}
