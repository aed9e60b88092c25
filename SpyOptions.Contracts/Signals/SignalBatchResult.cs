namespace SpyOptions.Contracts.Signals;

/// <summary>Answer to <c>POST /signals</c>: what happened to each signal, in the order sent.</summary>
/// <param name="Results">One entry per signal.</param>
public sealed record SignalBatchResult(IReadOnlyList<SignalResult> Results);

/// <summary>What happened to one signal.</summary>
/// <param name="Id">The signal's id.</param>
/// <param name="Outcome">Stored, or already there.</param>
/// <param name="Sequence">Its stored sequence.</param>
public sealed record SignalResult(Guid Id, SignalOutcome Outcome, long Sequence);

/// <summary>Outcome of storing one signal.</summary>
public enum SignalOutcome
{
    /// <summary>New, stored and broadcast.</summary>
    Stored,

    /// <summary>The id was already stored; nothing changed.</summary>
    Duplicate,
}
