using Dapper;
using SpyOptions.Api.Signals;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Storage;

/// <summary>Reads signals. Each call sees one consistent state and never waits for the writer.</summary>
internal sealed class SignalReader(Database database)
{
    private const string Select = """
        SELECT s.sequence AS Sequence, s.document AS Document, s.stored_at AS StoredAt,
               a.acknowledged_at AS AcknowledgedAt, a.acknowledged_by AS AcknowledgedBy
        FROM signals s LEFT JOIN acknowledgements a ON a.episode_id = s.episode_id
        """;

    /// <summary>The newest sequence; 0 when nothing is stored.</summary>
    public long NewestSequence()
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<long?>("SELECT MAX(sequence) FROM signals") ?? 0;
    }

    /// <summary>One signal by its id.</summary>
    public StoredSignal? Find(Guid id)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<SignalRow>($"{Select} WHERE s.id = @Id", new { Id = SignalStore.Key(id) })?.ToStoredSignal();
    }

    /// <summary>Signals after a sequence, oldest first.</summary>
    public IReadOnlyList<StoredSignal> After(long sequence, int count)
    {
        using var connection = database.Open();
        return [.. connection.Query<SignalRow>(
            $"{Select} WHERE s.sequence > @Sequence ORDER BY s.sequence LIMIT @Count", new { Sequence = sequence, Count = count })
            .Select(row => row.ToStoredSignal())];
    }

    /// <summary>A page, newest first.</summary>
    /// <param name="filter">Which signals.</param>
    /// <param name="limit">Most signals.</param>
    /// <param name="cursor">Where the page before ended; null for the first page.</param>
    public SignalPage Page(SignalFilter filter, int limit, SignalCursor? cursor)
    {
        using var connection = database.Open();
        var head = cursor?.Head ?? connection.ExecuteScalar<long?>("SELECT MAX(sequence) FROM signals") ?? 0;
        var (conditions, parameters) = SignalFilterSql.Of(filter);
        parameters.Add("Head", head);
        parameters.Add("Before", cursor?.Before ?? long.MaxValue);
        parameters.Add("Limit", limit + 1);
        var rows = connection.Query<SignalRow>(
            $"{Select} WHERE s.sequence <= @Head AND s.sequence < @Before{conditions} ORDER BY s.sequence DESC LIMIT @Limit", parameters).AsList();
        var items = rows.Take(limit).Select(row => row.ToStoredSignal()).ToArray();
        return new SignalPage(items, rows.Count > limit ? new SignalCursor(head, items[^1].Sequence).ToString() : null);
    }
}
