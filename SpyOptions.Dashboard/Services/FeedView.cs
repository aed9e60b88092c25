using SpyOptions.Contracts.Feed;

namespace SpyOptions.Dashboard.Services;

/// <summary>What the bar says about the feed.</summary>
/// <param name="State">The state, as far as it can be trusted.</param>
/// <param name="CauseText">The cause in words.</param>
/// <param name="Age">How long it has been so; null when not known.</param>
public sealed record FeedView(FeedState State, string CauseText, TimeSpan? Age)
{
    /// <summary>Judges the newest report: one that is old, or that nobody can deliver any more, is worth no more than STALE.</summary>
    /// <param name="status">Newest report of the edge; null before the first.</param>
    /// <param name="hub">State of the connection to the hub.</param>
    /// <param name="now">Wall time, UTC.</param>
    /// <param name="reportAgeMax">Age from which a report no longer counts.</param>
    public static FeedView Of(FeedStatus? status, LinkStatus hub, DateTimeOffset now, TimeSpan reportAgeMax)
    {
        if (hub.State == LinkState.Down)
        {
            return new FeedView(FeedState.Stale, "The dashboard has no connection to the API.", now - hub.Since);
        }

        if (status is null)
        {
            return new FeedView(FeedState.Stale, "Waiting for the first report of the bot.", null);
        }

        return now - status.ReportedAt > reportAgeMax
            ? new FeedView(FeedState.Stale, "The bot no longer reports.", now - status.ReportedAt)
            : new FeedView(status.State, status.CauseText, now - status.Since);
    }
}
