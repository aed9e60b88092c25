using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Signals;

/// <summary>Which signals are asked for; every condition that is set must hold.</summary>
internal sealed record SignalFilter
{
    public SignalKind? Kind { get; init; }

    public SignalSeverity? SeverityMin { get; init; }

    public DateOnly? Expiry { get; init; }

    public OptionRight? Right { get; init; }

    public double? DeltaMin { get; init; }

    public double? DeltaMax { get; init; }

    public double? ScoreMin { get; init; }

    public int? ConId { get; init; }

    public Guid? EpisodeId { get; init; }

    public bool? Acknowledged { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public bool LatestPerEpisode { get; init; } = true;
}
