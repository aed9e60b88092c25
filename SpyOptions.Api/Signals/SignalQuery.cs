using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace SpyOptions.Api.Signals;

/// <summary>The query of <c>GET /signals</c> as it was sent; <see cref="SignalQueryReader"/> gives it meaning, or names the field that has none.</summary>
internal sealed record SignalQuery
{
    [FromQuery, Description("DataQuality, SmileResidual or VolumeSurge.")]
    public string? Kind { get; init; }

    [FromQuery, Description("Least severity: Low, Medium or High.")]
    public string? SeverityMin { get; init; }

    [FromQuery, Description("Expiry of the culprit, yyyy-MM-dd.")]
    public string? Expiry { get; init; }

    [FromQuery, Description("Call or Put.")]
    public string? Right { get; init; }

    [FromQuery, Description("Least delta of the culprit, -1 to 1.")]
    public string? DeltaMin { get; init; }

    [FromQuery, Description("Greatest delta of the culprit, -1 to 1.")]
    public string? DeltaMax { get; init; }

    [FromQuery, Description("Least score.")]
    public string? ScoreMin { get; init; }

    [FromQuery, Description("Contract id of the culprit, positive.")]
    public string? ConId { get; init; }

    [FromQuery, Description("Episode, a UUID.")]
    public string? EpisodeId { get; init; }

    [FromQuery, Description("true: only acknowledged episodes; false: only others.")]
    public string? Acknowledged { get; init; }

    [FromQuery, Description("Stored at or after, ISO 8601 with offset.")]
    public string? Since { get; init; }

    [FromQuery, Description("Stored before, ISO 8601 with offset.")]
    public string? Until { get; init; }

    [FromQuery, Description("true (default): only the newest claim of each episode.")]
    public string? LatestPerEpisode { get; init; }

    [FromQuery, Description("Most signals, 1 to 500 (export: 1 to 10000).")]
    public string? Limit { get; init; }

    [FromQuery, Description("nextCursor of the page before.")]
    public string? Cursor { get; init; }
}
