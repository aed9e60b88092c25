using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Episodes;

/// <summary>Claims of one kind about one contract that belong together.</summary>
/// <param name="kind">What is claimed.</param>
/// <param name="conId">The contract.</param>
/// <param name="id">The episode's identity.</param>
internal sealed class Episode(SignalKind kind, int conId, Guid id)
{
    /// <summary>What is claimed.</summary>
    public SignalKind Kind { get; } = kind;

    /// <summary>The contract.</summary>
    public int ConId { get; } = conId;

    /// <summary>Identity of the episode.</summary>
    public Guid Id { get; } = id;

    /// <summary>How often it fired.</summary>
    public int RepeatCount { get; set; }

    /// <summary>When it fired last, time since the process started.</summary>
    public TimeSpan SeenAt { get; set; }

    /// <summary>When a repeat was counted last.</summary>
    public TimeSpan CountedAt { get; set; }

    /// <summary>Repeat count of the newest claim that was let through; 0 before the first.</summary>
    public int PublishedCount { get; set; }

    /// <summary>Severity of the newest claim that was let through.</summary>
    public SignalSeverity PublishedSeverity { get; set; }
}
