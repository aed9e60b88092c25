namespace SpyOptions.Contracts.Signals;

/// <summary>How far past its threshold a signal's score lies.</summary>
public enum SignalSeverity
{
    /// <summary>Score from 1 to below 1.5 times the threshold.</summary>
    Low,

    /// <summary>Score from 1.5 to below 3 times the threshold.</summary>
    Medium,

    /// <summary>Score of 3 times the threshold or more.</summary>
    High,
}
