using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace SpyOptions.Api.Signals;

/// <summary>The query of <c>GET /signals</c> as it was sent; <see cref="SignalQueryReader"/> gives it meaning, or names the field that has none.</summary>
internal sealed record SignalQuery
{
    [FromQuery(Name = "kind"), Description("DataQuality, SmileResidual or VolumeSurge.")]
    public string? Kind { get; init; }

    [FromQuery(Name = "severityMin"), Description("Least severity: Low, Medium or High.")]
    public string? SeverityMin { get; init; }

    [FromQuery(Name = "expiry"), Description("Expiry of the culprit, yyyy-MM-dd.")]
    public string? Expiry { get; init; }

    [FromQuery(Name = "right"), Description("Call or Put.")]
    public string? Right { get; init; }

    [FromQuery(Name = "deltaMin"), Description("Least delta of the culprit, -1 to 1.")]
    public string? DeltaMin { get; init; }

    [FromQuery(Name = "deltaMax"), Description("Greatest delta of the culprit, -1 to 1.")]
    public string? DeltaMax { get; init; }

    [FromQuery(Name = "scoreMin"), Description("Least score.")]
    public string? ScoreMin { get; init; }

    [FromQuery(Name = "conId"), Description("Contract id of the culprit, positive.")]
    public string? ConId { get; init; }

    [FromQuery(Name = "episodeId"), Description("Episode, a UUID.")]
    public string? EpisodeId { get; init; }

    [FromQuery(Name = "acknowledged"), Description("true: only acknowledged episodes; false: only others.")]
    public string? Acknowledged { get; init; }

    [FromQuery(Name = "since"), Description("Stored at or after, ISO 8601 with offset.")]
    public string? Since { get; init; }

    [FromQuery(Name = "until"), Description("Stored before, ISO 8601 with offset.")]
    public string? Until { get; init; }

    [FromQuery(Name = "latestPerEpisode"), Description("true (default): only the newest claim of each episode.")]
    public string? LatestPerEpisode { get; init; }

    [FromQuery(Name = "limit"), Description("Most signals, 1 to 500 (export: 1 to 10000).")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("nextCursor of the page before.")]
    public string? Cursor { get; init; }
}
