using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Storage;

/// <summary>Writes signals and acknowledgements. One writer at a time, so that sequences rise without a gap in the order of commits.</summary>
internal sealed class SignalStore(Database database, TimeProvider time) : IDisposable
{
    private const string Insert = """
        INSERT INTO signals (id, episode_id, kind, severity, con_id, expiry, call_put, delta, score, market_at, stored_at, document)
        VALUES (@Id, @EpisodeId, @Kind, @Severity, @ConId, @Expiry, @CallPut, @Delta, @Score, @MarketAt, @StoredAt, @Document)
        RETURNING sequence
        """;

    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Stores a batch in one transaction. <paramref name="committed"/> is called with the new signals before the next writer may start.</summary>
    /// <returns>What happened to each signal, in the order given.</returns>
    public async Task<IReadOnlyList<SignalResult>> StoreAsync(
        IReadOnlyList<Signal> signals, Action<IReadOnlyList<StoredSignal>> committed, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction();
            var results = new List<SignalResult>(signals.Count);
            var added = new List<StoredSignal>(signals.Count);
            foreach (var signal in signals)
            {
                results.Add(StoreOne(connection, transaction, signal, added));
            }

            transaction.Commit();
            committed(added);
            return results;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Notes that a person acknowledged the episode of a signal; the first one stays. Null when there is no such signal.</summary>
    public async Task<SignalAcknowledgement?> AcknowledgeAsync(Guid signalId, string by, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = database.Open();
            var episode = connection.QuerySingleOrDefault<string>("SELECT episode_id FROM signals WHERE id = @Id", new { Id = Key(signalId) });
            if (episode is null)
            {
                return null;
            }

            connection.Execute(
                "INSERT INTO acknowledgements VALUES (@Episode, @At, @By) ON CONFLICT (episode_id) DO NOTHING",
                new { Episode = episode, At = time.GetUtcNow().UtcTicks, By = by });
            var (at, name) = connection.QuerySingle<(long, string)>(
                "SELECT acknowledged_at, acknowledged_by FROM acknowledgements WHERE episode_id = @Episode", new { Episode = episode });
            return new SignalAcknowledgement(Guid.Parse(episode), new DateTimeOffset(at, TimeSpan.Zero), name);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Removes what is older than a moment, and the oldest beyond a count.</summary>
    /// <returns>How many signals went.</returns>
    public async Task<int> TrimAsync(DateTimeOffset storedBefore, int countMax, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction();
            var removed = connection.Execute(
                """
                DELETE FROM signals WHERE stored_at < @Before
                OR sequence <= (SELECT sequence FROM signals ORDER BY sequence DESC LIMIT 1 OFFSET @CountMax)
                """,
                new { Before = storedBefore.UtcTicks, CountMax = countMax },
                transaction);
            connection.Execute("DELETE FROM acknowledgements WHERE episode_id NOT IN (SELECT episode_id FROM signals)", transaction: transaction);
            transaction.Commit();
            return removed;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    /// <summary>An id as the database keeps it.</summary>
    internal static string Key(Guid id) => id.ToString("D");

    /// <summary>An expiry as the database keeps it.</summary>
    internal static string Key(DateOnly expiry) => expiry.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private SignalResult StoreOne(SqliteConnection connection, SqliteTransaction transaction, Signal signal, List<StoredSignal> added)
    {
        var existing = connection.QuerySingleOrDefault<long?>("SELECT sequence FROM signals WHERE id = @Id", new { Id = Key(signal.Id) }, transaction);
        if (existing is { } known)
        {
            return new SignalResult(signal.Id, SignalOutcome.Duplicate, known);
        }

        var storedAt = time.GetUtcNow();
        var sequence = connection.QuerySingle<long>(
            Insert,
            new
            {
                Id = Key(signal.Id),
                EpisodeId = Key(signal.EpisodeId),
                Kind = (int)signal.Kind,
                Severity = (int)signal.Severity,
                signal.Contract.ConId,
                Expiry = Key(signal.Contract.Expiry),
                CallPut = (int)signal.Contract.Right,
                signal.Delta,
                signal.Score,
                MarketAt = signal.MarketAt.UtcTicks,
                StoredAt = storedAt.UtcTicks,
                Document = JsonSerializer.Serialize(signal, ContractsJson.Default.Signal),
            },
            transaction);
        added.Add(new StoredSignal(sequence, signal, storedAt, null, null));
        return new SignalResult(signal.Id, SignalOutcome.Stored, sequence);
    }
}
