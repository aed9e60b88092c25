namespace SpyOptions.Contracts.Signals;

/// <summary>A person took note of an episode.</summary>
/// <param name="EpisodeId">The episode.</param>
/// <param name="AcknowledgedAt">When, UTC.</param>
/// <param name="AcknowledgedBy">Who.</param>
public sealed record SignalAcknowledgement(Guid EpisodeId, DateTimeOffset AcknowledgedAt, string AcknowledgedBy);
