namespace SpyOptions.Contracts.Signals;

/// <summary>A signal as the API stored it.</summary>
/// <param name="Sequence">Rising number of the stored signal; cursors and gap filling use it.</param>
/// <param name="Signal">The claim.</param>
/// <param name="StoredAt">When it was stored, UTC.</param>
/// <param name="AcknowledgedAt">When a person acknowledged its episode, UTC; null while nobody has.</param>
/// <param name="AcknowledgedBy">Who acknowledged.</param>
public sealed record StoredSignal(long Sequence, Signal Signal, DateTimeOffset StoredAt, DateTimeOffset? AcknowledgedAt = null, string? AcknowledgedBy = null);
