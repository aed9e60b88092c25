using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.Api;
using SpyOptions.Api.Signals;
using SpyOptions.Api.Storage;

namespace SpyOptions.Tests.Api.Storage;

public sealed class MigratorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spy-options-api").FullName;
    private readonly Database _database;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 5, 15, 0, 0, TimeSpan.Zero));

    public MigratorTests() => _database = new Database(Options.Create(new ApiOptions { DatabasePath = Path.Combine(_folder, "deep", "api.db") }));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fresh_database_gets_every_migration_once()
    {
        await MigrateAsync();
        await MigrateAsync();

        using var connection = _database.Open();
        Assert.Equal(Migrator.Find()[^1].Number, connection.ExecuteScalar<int>("PRAGMA user_version"));
        Assert.Equal("wal", connection.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal(Enumerable.Range(1, Migrator.Find().Count), Migrator.Find().Select(migration => migration.Number));
    }

    [Fact]
    public async Task An_older_database_keeps_its_signals()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_database.FilePath)!);
        using (var connection = _database.Open())
        {
            Migrator.Apply(connection, Migrator.Find()[0]);
        }

        using var store = new SignalStore(_database, _time);
        await store.StoreAsync([Samples.Signal(1)], _ => { }, Stop);
        await MigrateAsync();

        await store.AcknowledgeAsync(Samples.IdOf(1), "Ada", Stop);
        var stored = new SignalReader(_database).Find(Samples.IdOf(1))!;
        Assert.Equal((1L, _time.GetUtcNow(), "Ada"), (stored.Sequence, stored.StoredAt, stored.AcknowledgedBy));
        Assert.Equivalent(Samples.Signal(1), stored.Signal, strict: true);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_stops_the_start()
    {
        await MigrateAsync();
        using (var connection = _database.Open())
        {
            connection.Execute("PRAGMA user_version = 99");
        }

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(MigrateAsync);
        Assert.Contains("Api:DatabasePath", failure.Message, StringComparison.Ordinal);
        Assert.Contains("99", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retention_removes_the_old_and_the_surplus_and_never_reuses_a_sequence()
    {
        await MigrateAsync();
        using var store = new SignalStore(_database, _time);
        await store.StoreAsync([Samples.Signal(1), Samples.Signal(2)], _ => { }, Stop);
        _time.Advance(TimeSpan.FromDays(2));
        await store.StoreAsync([Samples.Signal(3), Samples.Signal(4), Samples.Signal(5)], _ => { }, Stop);
        await store.AcknowledgeAsync(Samples.IdOf(1), "Ada", Stop);

        Assert.Equal(2, await store.TrimAsync(_time.GetUtcNow().AddDays(-1), 100, Stop));
        Assert.Equal(1, await store.TrimAsync(_time.GetUtcNow().AddDays(-1), 2, Stop));
        Assert.Equal(2, await store.TrimAsync(_time.GetUtcNow().AddDays(1), 2, Stop));
        var results = await store.StoreAsync([Samples.Signal(6)], _ => { }, Stop);

        Assert.Equal(6, results[0].Sequence);
        Assert.Equal(6, Assert.Single(new SignalReader(_database).Page(new SignalFilter(), 10, null).Items).Sequence);
        using var connection = _database.Open();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM acknowledgements"));
    }

    public void Dispose()
    {
        _database.Close();
        Directory.Delete(_folder, recursive: true);
    }

    private Task MigrateAsync() => new Migrator(_database, NullLogger<Migrator>.Instance).StartingAsync(Stop);
}
