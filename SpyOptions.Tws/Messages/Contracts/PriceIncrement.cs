namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>A step of prices. Two fields; example: <c>3.0|0.05</c></summary>
/// <param name="LowEdge">The price from which the step holds, USD.</param>
/// <param name="Increment">The step, USD.</param>
public sealed record PriceIncrement(decimal LowEdge, decimal Increment);
