using System.Text;
using Dapper;
using SpyOptions.Api.Signals;

namespace SpyOptions.Api.Storage;

/// <summary>A filter as SQL conditions; every value is a parameter.</summary>
internal static class SignalFilterSql
{
    /// <summary>Conditions, each with a leading <c>AND</c>, and their parameters.</summary>
    public static (string Conditions, DynamicParameters Parameters) Of(SignalFilter filter)
    {
        var sql = new StringBuilder();
        var parameters = new DynamicParameters();
        Add("s.kind = @Kind", "Kind", (int?)filter.Kind);
        Add("s.severity >= @SeverityMin", "SeverityMin", (int?)filter.SeverityMin);
        Add("s.expiry = @Expiry", "Expiry", filter.Expiry is { } expiry ? SignalStore.Key(expiry) : null);
        Add("s.call_put = @CallPut", "CallPut", (int?)filter.Right);
        Add("s.delta >= @DeltaMin", "DeltaMin", filter.DeltaMin);
        Add("s.delta <= @DeltaMax", "DeltaMax", filter.DeltaMax);
        Add("s.score >= @ScoreMin", "ScoreMin", filter.ScoreMin);
        Add("s.con_id = @ConId", "ConId", filter.ConId);
        Add("s.episode_id = @EpisodeId", "EpisodeId", filter.EpisodeId is { } episode ? SignalStore.Key(episode) : null);
        Add("s.stored_at >= @Since", "Since", filter.Since?.UtcTicks);
        Add("s.stored_at < @Until", "Until", filter.Until?.UtcTicks);
        if (filter.Acknowledged is { } acknowledged)
        {
            sql.Append(acknowledged ? " AND a.episode_id IS NOT NULL" : " AND a.episode_id IS NULL");
        }

        if (filter.LatestPerEpisode)
        {
            sql.Append(" AND NOT EXISTS (SELECT 1 FROM signals n WHERE n.episode_id = s.episode_id AND n.sequence > s.sequence AND n.sequence <= @Head)");
        }

        return (sql.ToString(), parameters);

        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                sql.Append(" AND ").Append(condition);
                parameters.Add(name, value);
            }
        }
    }
}
