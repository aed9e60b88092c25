using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SpyOptions.Api.Storage;

/// <summary>Opens connections to the one SQLite file: write-ahead log, every commit on disk before it is answered, waiting at most 5 s for a lock.</summary>
internal sealed class Database(IOptions<ApiOptions> options)
{
    private const int LockSecondsMax = 5;

    /// <summary>File of the database.</summary>
    public string FilePath { get; } = Path.GetFullPath(options.Value.DatabasePath);

    /// <summary>Opens a connection; the caller disposes it.</summary>
    public SqliteConnection Open()
    {
        var connection = Create();
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return connection;
    }

    /// <summary>Lets go of the file: closes the connections that wait in the pool.</summary>
    public void Close()
    {
        using var connection = Create();
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Create() =>
        new(new SqliteConnectionStringBuilder { DataSource = FilePath, DefaultTimeout = LockSecondsMax }.ConnectionString);
}
