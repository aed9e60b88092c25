namespace SpyOptions.Contracts.Signals;

/// <summary>One number that a detector used, kept so that the score can be rebuilt.</summary>
/// <param name="Name">Stable name, camelCase, for example <c>impliedVolatility</c>.</param>
/// <param name="Value">The value, finite.</param>
/// <param name="Unit">Unit in words, for example <c>1/year</c>, <c>USD</c>, <c>contracts</c>.</param>
public sealed record SignalInput(string Name, double Value, string Unit);
