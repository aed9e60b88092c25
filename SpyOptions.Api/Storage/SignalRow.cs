using System.Text.Json;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Storage;

/// <summary>A row of the signals table with its acknowledgement, times as UTC ticks.</summary>
internal sealed class SignalRow
{
    public long Sequence { get; init; }

    public string Document { get; init; } = "";

    public long StoredAt { get; init; }

    public long? AcknowledgedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    /// <summary>The row as the contract says it.</summary>
    public StoredSignal ToStoredSignal() => new(
        Sequence,
        JsonSerializer.Deserialize(Document, ContractsJson.Default.Signal)!,
        Utc(StoredAt),
        AcknowledgedAt is { } ticks ? Utc(ticks) : null,
        AcknowledgedBy);

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);
}
