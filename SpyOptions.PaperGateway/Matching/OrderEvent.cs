namespace SpyOptions.PaperGateway.Matching;

/// <summary>Something that happened to an order.</summary>
/// <param name="Order">The order after it.</param>
internal abstract record OrderEvent(PaperOrder Order);

/// <summary>Its status, its terms or what is left of it changed.</summary>
/// <param name="Order">The order after it.</param>
internal sealed record OrderChanged(PaperOrder Order) : OrderEvent(Order);

/// <summary>It was executed, or a leg of it was; positions and cash have changed.</summary>
/// <param name="Execution">The execution.</param>
internal sealed record OrderExecuted(PaperExecution Execution) : OrderEvent(Execution.Order);

/// <summary>The cost of an execution is known.</summary>
/// <param name="Execution">The execution.</param>
internal sealed record CommissionKnown(PaperExecution Execution) : OrderEvent(Execution.Order);
