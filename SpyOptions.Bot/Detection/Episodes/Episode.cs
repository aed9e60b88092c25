using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Episodes;

/// <summary>Claims of one kind about one contract that belong together.</summary>
/// <param name="kind">What is claimed.</param>
/// <param name="conId">The contract.</param>
/// <param name="aspect">Tells claims of one kind apart.</param>
/// <param name="id">The episode's identity.</param>
internal sealed class Episode(SignalKind kind, int conId, int aspect, Guid id)
{
    /// <summary>What is claimed.</summary>
    public SignalKind Kind { get; } = kind;

    /// <summary>The contract.</summary>
    public int ConId { get; } = conId;

    /// <summary>Tells claims of one kind apart.</summary>
    public int Aspect { get; } = aspect;

    /// <summary>Identity of the episode.</summary>
    public Guid Id { get; } = id;

    /// <summary>How often it fired.</summary>
    public int RepeatCount { get; set; }

    /// <summary>When it fired last, time since the process started.</summary>
    public TimeSpan SeenAt { get; set; }

    /// <summary>When a repeat was counted last.</summary>
    public TimeSpan CountedAt { get; set; }

    /// <summary>Repeat count of the newest claim that was offered; 0 before the first.</summary>
    public int OfferedCount { get; set; }

    /// <summary>Highest severity that was offered.</summary>
    public SignalSeverity OfferedSeverity { get; set; }

    /// <summary>Whether a place in the budget was taken for it: its repeats need none.</summary>
    public bool IsAdmitted { get; set; }
}
