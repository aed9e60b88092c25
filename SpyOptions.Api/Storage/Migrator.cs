using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using SpyOptions.Api.Telemetry;

namespace SpyOptions.Api.Storage;

/// <summary>Brings the database to the schema of this program before anything is served. The version is SQLite's <c>user_version</c>.</summary>
internal sealed class Migrator(Database database, ILogger<Migrator> logger) : IHostedLifecycleService
{
    private const string Folder = ".Storage.Migrations.";

    /// <summary>Applies what is missing, each migration in a transaction of its own.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be used, is no database, or was written by a newer program.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            Migrate();
            return Task.CompletedTask;
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"Api:DatabasePath: {database.FilePath} cannot be used: {cause.Message}", cause);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        database.Close();
        return Task.CompletedTask;
    }

    private void Migrate()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database.FilePath)!);
        using var connection = database.Open();
        var migrations = Find();
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        var newest = migrations[^1].Number;
        if (version > newest)
        {
            throw new InvalidOperationException($"Api:DatabasePath: {database.FilePath} has schema version {version}, this program knows {newest}. Start a newer program.");
        }

        var missing = migrations.Where(migration => migration.Number > version).ToArray();
        foreach (var migration in missing)
        {
            Apply(connection, migration);
        }

        ApiLog.DatabaseReady(logger, database.FilePath, newest, missing.Length);
    }

    /// <summary>The migrations that are part of this program, ascending.</summary>
    internal static IReadOnlyList<Migration> Find()
    {
        var assembly = typeof(Migrator).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.Contains(Folder, StringComparison.Ordinal)).Select(Read).OrderBy(migration => migration.Number)];

        Migration Read(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
            return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }

    /// <summary>Applies one migration.</summary>
    internal static void Apply(SqliteConnection connection, Migration migration)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(migration.Sql, transaction: transaction);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {migration.Number}"), transaction: transaction);
        transaction.Commit();
    }

    /// <summary>One step of the schema.</summary>
    /// <param name="Number">Version after it.</param>
    /// <param name="Sql">Its statements.</param>
    internal sealed record Migration(int Number, string Sql);
}
