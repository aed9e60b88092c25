using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Publishing;

/// <summary>
/// The outbox file: SQLite with a write-ahead log, one connection, one caller at a time. With <c>synchronous=NORMAL</c> a commit survives the
/// death of the process and costs no disk flush; a power cut may take the newest commits, never the file's integrity.
/// </summary>
internal sealed class OutboxStore : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    private OutboxStore(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file, makes it when it is missing, and brings its schema up to date.</summary>
    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    /// <exception cref="InvalidDataException">The file was written by a newer version.</exception>
    public static OutboxStore Open(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=1000;");
            Migrate(connection);
            return new OutboxStore(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Signals that wait.</summary>
    public int Count()
    {
        lock (_gate)
        {
            return _connection.ExecuteScalar<int>("SELECT COUNT(*) FROM outbox");
        }
    }

    /// <summary>When the signal that waits longest was detected, UTC; null when none waits.</summary>
    public DateTimeOffset? OldestAt()
    {
        lock (_gate)
        {
            return _connection.ExecuteScalar<long?>("SELECT detected_at FROM outbox ORDER BY position LIMIT 1") is { } ticks ? FromTicks(ticks) : null;
        }
    }

    /// <summary>Appends signals in order, all or none. One whose id is already there is left as it is.</summary>
    /// <returns>Signals added.</returns>
    public int Append(IEnumerable<Signal> signals)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            var added = signals.Sum(signal => _connection.Execute(
                "INSERT OR IGNORE INTO outbox (id, detected_at, body) VALUES (@id, @detectedAt, @body)",
                new { id = signal.Id.ToString(), detectedAt = signal.DetectedAt.UtcTicks, body = JsonSerializer.Serialize(signal, ContractsJson.Default.Signal) },
                transaction));
            transaction.Commit();
            return added;
        }
    }

    /// <summary>The signals that wait longest, in order.</summary>
    public IReadOnlyList<OutboxRow> Peek(int count)
    {
        lock (_gate)
        {
            return [.. _connection.Query<Stored>("SELECT position, published_at AS PublishedAt, body FROM outbox ORDER BY position LIMIT @count", new { count }).Select(Read)];
        }
    }

    /// <summary>Forgets signals that the API has acknowledged.</summary>
    public void Remove(IEnumerable<long> positions)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            _connection.Execute("DELETE FROM outbox WHERE position = @position", positions.Select(position => new { position }), transaction);
            transaction.Commit();
        }
    }

    /// <summary>Keeps the time of the first attempt of signals whose attempt failed.</summary>
    public void MarkAttempted(IEnumerable<OutboxRow> rows, DateTimeOffset at)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            _connection.Execute(
                "UPDATE outbox SET published_at = @at WHERE position = @position AND published_at IS NULL", rows.Select(row => new { at = at.UtcTicks, position = row.Position }), transaction);
            transaction.Commit();
        }
    }

    /// <summary>Moves a signal to the dead letters.</summary>
    public void Bury(long position, string reason, DateTimeOffset at, int lettersMax)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            BuryWhere("position = @position", new { position, reason, at = at.UtcTicks, lettersMax }, transaction);
            transaction.Commit();
        }
    }

    /// <summary>Moves the signals that were detected before a moment to the dead letters.</summary>
    /// <returns>Signals moved.</returns>
    public int BuryOlder(DateTimeOffset than, string reason, DateTimeOffset at, int lettersMax)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            var moved = BuryWhere("detected_at < @than", new { than = than.UtcTicks, reason, at = at.UtcTicks, lettersMax }, transaction);
            transaction.Commit();
            return moved;
        }
    }

    /// <summary>The dead letters, oldest first.</summary>
    public IReadOnlyList<DeadLetter> DeadLetters()
    {
        lock (_gate)
        {
            return [.. _connection.Query<DeadLetter>("SELECT id, reason, body FROM dead_letter ORDER BY position")];
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }

    private int BuryWhere(string condition, object values, SqliteTransaction transaction)
    {
        _connection.Execute($"INSERT INTO dead_letter (id, detected_at, moved_at, reason, body) SELECT id, detected_at, @at, @reason, body FROM outbox WHERE {condition}", values, transaction);
        var moved = _connection.Execute($"DELETE FROM outbox WHERE {condition}", values, transaction);
        _connection.Execute("DELETE FROM dead_letter WHERE position <= (SELECT MAX(position) FROM dead_letter) - @lettersMax", values, transaction);
        return moved;
    }

    private static OutboxRow Read(Stored stored)
    {
        var signal = JsonSerializer.Deserialize(stored.Body, ContractsJson.Default.Signal) ?? throw new JsonException($"Row {stored.Position} of the outbox holds no signal.");
        return stored.PublishedAt is { } ticks
            ? new OutboxRow(stored.Position, signal with { PublishedAt = FromTicks(ticks) }, Attempted: true)
            : new OutboxRow(stored.Position, signal, Attempted: false);
    }

    private static void Migrate(SqliteConnection connection)
    {
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (version > OutboxMigrations.Scripts.Length)
        {
            throw new InvalidDataException($"The outbox has schema {version}, newer than {OutboxMigrations.Scripts.Length}, the newest known here.");
        }

        for (; version < OutboxMigrations.Scripts.Length; version++)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(OutboxMigrations.Scripts[version], transaction: transaction);
            connection.Execute($"PRAGMA user_version = {version + 1}", transaction: transaction);
            transaction.Commit();
        }
    }

    private static DateTimeOffset FromTicks(long ticks) => new(ticks, TimeSpan.Zero);

    private sealed class Stored
    {
        public long Position { get; init; }

        public long? PublishedAt { get; init; }

        public string Body { get; init; } = "";
    }
}
