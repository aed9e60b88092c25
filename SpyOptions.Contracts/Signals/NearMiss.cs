namespace SpyOptions.Contracts.Signals;

/// <summary>A nearby contract that did not fire, and why.</summary>
/// <param name="Contract">The neighbour.</param>
/// <param name="Score">Its score in the unit of the signal's score.</param>
/// <param name="Reason">Why it did not fire, in words.</param>
public sealed record NearMiss(OptionContract Contract, double Score, string Reason);
