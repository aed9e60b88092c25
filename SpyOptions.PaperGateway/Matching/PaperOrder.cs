using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Orders;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>An order at one moment; a change makes a new one.</summary>
internal sealed record PaperOrder
{
    /// <summary>Who placed it.</summary>
    public required int ClientId { get; init; }

    /// <summary>The client's number of it.</summary>
    public required int OrderId { get; init; }

    /// <summary>The account's number of it.</summary>
    public required long PermId { get; init; }

    /// <summary>What is traded, as the client named it and completed from the listing.</summary>
    public required Contract Contract { get; init; }

    /// <summary>What is traded, leg by leg.</summary>
    public required IReadOnlyList<OrderLeg> Legs { get; init; }

    /// <summary>The terms.</summary>
    public required Order Terms { get; init; }

    /// <summary>One of the names of <see cref="OrderState"/>.</summary>
    public string Status { get; init; } = OrderState.PreSubmitted;

    /// <summary>Contracts executed so far.</summary>
    public decimal Filled { get; init; }

    /// <summary>Mean price of the executions, USD; 0 before the first.</summary>
    public decimal AveragePrice { get; init; }

    /// <summary>Price of the newest execution, USD; 0 before the first.</summary>
    public decimal LastPrice { get; init; }

    /// <summary>Contracts still to be executed.</summary>
    public decimal Remaining => Terms.TotalQuantity - Filled;

    /// <summary>Whether it buys.</summary>
    public bool IsBuy => Terms.Action == "BUY";

    /// <summary>Whether it may be executed now.</summary>
    public bool IsWorking => Status is OrderState.PreSubmitted or OrderState.Submitted;

    /// <summary>Whether it will never be executed again.</summary>
    public bool IsFinal => Status is OrderState.Filled or OrderState.Cancelled;

    /// <summary>Whether it is executed wholly or not at all.</summary>
    public bool IsAllOrNone => Contract.IsCombo || Terms.AllOrNone || Terms.TimeInForce == "FOK";
}
