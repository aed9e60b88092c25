using SpyOptions.PaperGateway.Matching;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Orders;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Says what the broker did in messages of the protocol.</summary>
internal static class OrderReplies
{
    private const int RemovedLiquidity = 2;

    /// <summary>The order with its terms.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The message.</returns>
    public static OpenOrder Open(PaperOrder order) =>
        new(order.OrderId, order.Contract, AsGatewaySends(order.Terms), new OrderState { Status = order.Status })
        {
            ClientId = order.ClientId,
            PermId = order.PermId,
            ComboLegsDescription = order.Contract.IsCombo
                ? string.Join(',', order.Legs.Select(leg => FormattableString.Invariant($"{leg.Contract.ConId}|{(leg.IsBuy ? leg.Ratio : -leg.Ratio)}")))
                : "",
        };

    /// <summary>What an order would need.</summary>
    /// <param name="orderId">The client's number of it.</param>
    /// <param name="clientId">The client.</param>
    /// <param name="contract">What would be traded.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="preview">The account before and after it.</param>
    /// <returns>The message.</returns>
    public static OpenOrder Preview(int orderId, int clientId, Contract contract, Order terms, OrderPreview preview)
    {
        var (before, after, commission) = preview;
        var state = new OrderState
        {
            Status = OrderState.PreSubmitted,
            InitialMarginBefore = before.InitialMargin,
            InitialMarginChange = after.InitialMargin - before.InitialMargin,
            InitialMarginAfter = after.InitialMargin,
            MaintenanceMarginBefore = before.MaintenanceMargin,
            MaintenanceMarginChange = after.MaintenanceMargin - before.MaintenanceMargin,
            MaintenanceMarginAfter = after.MaintenanceMargin,
            EquityWithLoanBefore = before.NetLiquidation,
            EquityWithLoanChange = after.NetLiquidation - before.NetLiquidation,
            EquityWithLoanAfter = after.NetLiquidation,
            Commission = commission,
            CommissionCurrency = "USD",
        };
        return new OpenOrder(orderId, contract, AsGatewaySends(terms), state) { ClientId = clientId };
    }

    /// <summary>How far an order is.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The message.</returns>
    public static OrderStatus Status(PaperOrder order) => new(
        order.OrderId,
        order.Status,
        order.Filled,
        order.Remaining,
        order.AveragePrice,
        order.PermId,
        order.Terms.ParentId,
        order.LastPrice,
        order.ClientId,
        "",
        0);

    /// <summary>An execution.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="requestId">The request that asked for it; -1 when none did.</param>
    /// <returns>The message.</returns>
    public static ExecutionDetails Execution(PaperExecution execution, int requestId = -1) => new()
    {
        RequestId = requestId,
        OrderId = execution.Order.OrderId,
        Contract = execution.Contract,
        ExecId = execution.ExecId,
        Time = MarketTimeText.Execution(execution.At),
        Account = execution.Order.Terms.Account,
        ExecutionExchange = "CBOE",
        Side = execution.IsBuy ? "BOT" : "SLD",
        Quantity = execution.Quantity,
        Price = execution.Price,
        PermId = execution.Order.PermId,
        ClientId = execution.Order.ClientId,
        CumulativeQuantity = execution.Order.Filled,
        AveragePrice = execution.Order.AveragePrice,
        OrderRef = execution.Order.Terms.OrderRef,
        LastLiquidity = RemovedLiquidity,
    };

    /// <summary>What an execution cost and won.</summary>
    /// <param name="execution">The execution.</param>
    /// <returns>The message.</returns>
    public static CommissionReport Commission(PaperExecution execution) =>
        new(execution.ExecId, execution.Commission, "USD", execution.RealizedPnl, null, 0);

    private static Order AsGatewaySends(Order terms) => terms with
    {
        AuxPrice = terms.AuxPrice ?? 0,
        LimitPrice = terms.LimitPrice ?? 0,
        ClearingIntent = "IB",
        AdjustedOrderType = "None",
        DeltaNeutral = DeltaNeutralTerms.None with { OrderType = "None" },
        OcaType = terms.OcaType == 0 ? 3 : terms.OcaType,
    };
}
