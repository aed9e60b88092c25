namespace SpyOptions.Contracts.Signals;

/// <summary>One part of a score. The amounts of a signal's contributions sum to its score.</summary>
/// <param name="Name">What contributed, in words.</param>
/// <param name="Amount">Signed amount in the unit of the score.</param>
public sealed record ScoreContribution(string Name, double Amount);
