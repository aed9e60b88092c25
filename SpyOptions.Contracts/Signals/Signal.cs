namespace SpyOptions.Contracts.Signals;

/// <summary>A claim that something unusual was seen in the chain. It explains itself and expires; it cannot trade.</summary>
public sealed record Signal
{
    /// <summary>Identity of this claim, version 7. Storing the same id twice changes nothing.</summary>
    public required Guid Id { get; init; }

    /// <summary>The episode this claim belongs to: a repeat has a new <see cref="Id"/> and the same episode.</summary>
    public required Guid EpisodeId { get; init; }

    /// <summary>How often the episode has fired up to and including this claim, from 1.</summary>
    public required int RepeatCount { get; init; }

    /// <summary>What is claimed.</summary>
    public required SignalKind Kind { get; init; }

    /// <summary>How far past the threshold.</summary>
    public required SignalSeverity Severity { get; init; }

    /// <summary>The culprit.</summary>
    public required OptionContract Contract { get; init; }

    /// <summary>One sentence for a person.</summary>
    public required string Summary { get; init; }

    /// <summary>Score in <see cref="ScoreUnit"/>; the sum of <see cref="Contributions"/>; at least <see cref="Threshold"/>.</summary>
    public required double Score { get; init; }

    /// <summary>Score from which the detector fires.</summary>
    public required double Threshold { get; init; }

    /// <summary>What the detector held for normal, in <see cref="ScoreUnit"/>.</summary>
    public required double Baseline { get; init; }

    /// <summary>Unit of score, threshold and baseline in words.</summary>
    public required string ScoreUnit { get; init; }

    /// <summary>Price of the underlying, USD.</summary>
    public required double Spot { get; init; }

    /// <summary>Delta of the culprit, when known.</summary>
    public double? Delta { get; init; }

    /// <summary>Everything the score was made from.</summary>
    public required IReadOnlyList<SignalInput> Inputs { get; init; }

    /// <summary>What the score is made of.</summary>
    public required IReadOnlyList<ScoreContribution> Contributions { get; init; }

    /// <summary>Raw quotes of every leg.</summary>
    public required IReadOnlyList<LegQuote> Legs { get; init; }

    /// <summary>Neighbours that did not fire.</summary>
    public required IReadOnlyList<NearMiss> NearMisses { get; init; }

    /// <summary>Market time of the observation, UTC: the broker's clock, which a replay moves.</summary>
    public required DateTimeOffset MarketAt { get; init; }

    /// <summary>When the tick that led to the claim was received, UTC.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>When the detector fired, UTC.</summary>
    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>When the claim was first handed to the API, UTC; null before.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>From when on, UTC, the claim no longer holds.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>W3C <c>traceparent</c> of the tick that led to the claim.</summary>
    public required string TraceParent { get; init; }

    /// <summary>The instance that made the claim.</summary>
    public required string Source { get; init; }
}
