using System.Net;
using SpyOptions.Bot.Publishing;

namespace SpyOptions.Tests.Bot.Publishing;

public sealed class OutboxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outbox").FullName;

    private string Path => System.IO.Path.Combine(_folder, "deeper", "outbox.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Signals_arrive_in_order_and_leave_the_file()
    {
        var api = new PlayedApi(_ => HttpStatusCode.OK);
        using var bench = new PublishingBench(Path, api);
        await bench.StartAsync();
        var signals = Enumerable.Range(0, 450).Select(PublishingBench.Signal).ToArray();
        Array.ForEach(signals, bench.Outbox.Emit);
        await PublishingBench.Until(() => api.Acknowledged.Count == 450 && bench.Outbox.Depth == 0);
        Assert.Equal(signals.Select(signal => signal.Id), api.Acknowledged.Select(signal => signal.Id));
        Assert.All(api.Acknowledged, signal => Assert.NotNull(signal.PublishedAt));
        Assert.Null(bench.Outbox.OldestAt);
        Assert.Null(bench.Outbox.Failure);
        await bench.StopAsync();
    }

    [Fact]
    public async Task What_was_appended_before_a_kill_is_sent_by_the_next_run()
    {
        var signals = Enumerable.Range(0, 5).Select(PublishingBench.Signal).ToArray();
        using (var store = OutboxStore.Open(Path))
        {
            Assert.Equal(5, store.Append(signals));
        }

        var api = new PlayedApi(_ => HttpStatusCode.OK);
        using var bench = new PublishingBench(Path, api);
        await bench.StartAsync();
        await PublishingBench.Until(() => bench.Outbox.Depth == 0 && api.Acknowledged.Count == 5);
        Assert.Equal(signals.Select(signal => signal.Id), api.Acknowledged.Select(signal => signal.Id));
        await bench.StopAsync();
    }

    [Fact]
    public async Task A_kill_between_send_and_acknowledgement_sends_again_with_the_same_id()
    {
        var api = new PlayedApi(_ => HttpStatusCode.OK);
        var signal = PublishingBench.Signal(1);
        for (var run = 0; run < 2; run++)
        {
            using (var store = OutboxStore.Open(Path))
            {
                store.Append([signal, signal]);
                Assert.Equal(1, store.Count());
            }

            using var bench = new PublishingBench(Path, api);
            await bench.StartAsync();
            await PublishingBench.Until(() => bench.Outbox.Depth == 0);
            await bench.StopAsync();
        }

        Assert.Equal([signal.Id, signal.Id], api.Acknowledged.Select(sent => sent.Id));
    }

    [Fact]
    public async Task An_api_that_is_down_gets_everything_later_with_its_own_times()
    {
        var api = new PlayedApi(_ => HttpStatusCode.ServiceUnavailable);
        using var bench = new PublishingBench(Path, api);
        await bench.StartAsync();
        var signals = Enumerable.Range(0, 10).Select(PublishingBench.Signal).ToArray();
        Array.ForEach(signals, bench.Outbox.Emit);
        await PublishingBench.Until(() => api.Requests >= 4 && bench.Outbox.Depth == 10);
        Assert.Equal(signals[0].DetectedAt, bench.Outbox.OldestAt);
        Assert.Null(bench.Outbox.Failure);
        api.Answer = _ => HttpStatusCode.OK;
        await PublishingBench.Until(() => bench.Outbox.Depth == 0);
        Assert.Equal(signals.Select(signal => (signal.Id, signal.DetectedAt)), api.Acknowledged.Select(signal => (signal.Id, signal.DetectedAt)));
        Assert.Single(bench.Log, line => line.StartsWith("3202", StringComparison.Ordinal));
        Assert.Single(bench.Log, line => line.StartsWith("3203", StringComparison.Ordinal));
        await bench.StopAsync();
    }

    [Fact]
    public async Task A_wrong_key_keeps_the_signals_says_so_once_and_is_not_healthy()
    {
        var api = new PlayedApi(_ => HttpStatusCode.Unauthorized);
        using var bench = new PublishingBench(Path, api);
        await bench.StartAsync();
        bench.Outbox.Emit(PublishingBench.Signal(1));
        await PublishingBench.Until(() => api.Requests >= 3);
        Assert.Equal(1, bench.Outbox.Depth);
        Assert.Contains("key", bench.Outbox.Failure, StringComparison.Ordinal);
        Assert.Single(bench.Log, line => line.StartsWith("3204", StringComparison.Ordinal) && line.Contains("Bot:Publishing:ApiKey", StringComparison.Ordinal));
        api.Answer = _ => HttpStatusCode.OK;
        await PublishingBench.Until(() => bench.Outbox.Depth == 0 && bench.Outbox.Failure is null);
        await bench.StopAsync();
    }

    [Fact]
    public async Task A_poison_signal_is_set_aside_with_its_reason_and_the_rest_goes_on()
    {
        var signals = Enumerable.Range(0, 40).Select(PublishingBench.Signal).ToArray();
        var poison = signals[17].Id;
        var api = new PlayedApi(batch => batch.Any(signal => signal.Id == poison) ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        using (var store = OutboxStore.Open(Path))
        {
            store.Append(signals);
        }

        using var bench = new PublishingBench(Path, api);
        await bench.StartAsync();
        await PublishingBench.Until(() => bench.Outbox.Depth == 0);
        Assert.Equal(signals.Where(signal => signal.Id != poison).Select(signal => signal.Id), api.Acknowledged.Select(signal => signal.Id));
        var letter = Assert.Single(bench.Outbox.Store!.DeadLetters());
        Assert.Equal(poison.ToString(), letter.Id);
        Assert.Contains("spot", letter.Reason, StringComparison.Ordinal);
        Assert.Equal(1, bench.Own.Dead.Read(PublishingMetrics.Poison));
        await bench.StopAsync();
    }

    [Fact]
    public async Task A_full_outbox_refuses_the_newest_and_counts_it()
    {
        var api = new PlayedApi(_ => HttpStatusCode.ServiceUnavailable);
        using var bench = new PublishingBench(Path, api, options => options.OutboxRowsMax = 10);
        await bench.StartAsync();
        var signals = Enumerable.Range(0, 13).Select(PublishingBench.Signal).ToArray();
        Array.ForEach(signals, bench.Outbox.Emit);
        await PublishingBench.Until(() => bench.Own.Refused.Read(PublishingMetrics.OutboxFull) == 3);
        api.Answer = _ => HttpStatusCode.OK;
        await PublishingBench.Until(() => bench.Outbox.Depth == 0);
        Assert.Equal(signals.Take(10).Select(signal => signal.Id), api.Acknowledged.Select(signal => signal.Id));
        await bench.StopAsync();
    }

    [Fact]
    public async Task A_signal_that_waited_too_long_becomes_a_dead_letter()
    {
        using (var store = OutboxStore.Open(Path))
        {
            store.Append([PublishingBench.Signal(1) with { DetectedAt = TimeProvider.System.GetUtcNow().AddDays(-8) }, PublishingBench.Signal(2)]);
        }

        var api = new PlayedApi(_ => HttpStatusCode.OK);
        using var bench = new PublishingBench(Path, api);
        await bench.StartAsync();
        await PublishingBench.Until(() => bench.Outbox.Depth == 0);
        Assert.Equal(3, Assert.Single(api.Acknowledged).RepeatCount);
        Assert.Equal(1, bench.Own.Dead.Read(PublishingMetrics.TooOld));
        await bench.StopAsync();
    }

    [Fact]
    public async Task What_detection_handed_over_before_a_stop_is_in_the_file()
    {
        var api = new PlayedApi(_ => HttpStatusCode.ServiceUnavailable);
        using (var bench = new PublishingBench(Path, api))
        {
            await bench.StartAsync();
            for (var i = 0; i < 100; i++)
            {
                bench.Outbox.Emit(PublishingBench.Signal(i));
            }

            await bench.StopAsync();
        }

        using var store = OutboxStore.Open(Path);
        Assert.Equal(Enumerable.Range(1, 100), store.Peek(200).Select(row => row.Signal.RepeatCount));
    }

    [Fact]
    public async Task A_signal_that_is_no_json_is_refused_and_a_file_that_is_no_database_is_named()
    {
        var api = new PlayedApi(_ => HttpStatusCode.OK);
        using (var bench = new PublishingBench(Path, api))
        {
            await bench.StartAsync();
            bench.Outbox.Emit(PublishingBench.Signal(1) with { Score = double.NaN });
            bench.Outbox.Emit(PublishingBench.Signal(2));
            await PublishingBench.Until(() => api.Acknowledged.Count == 1);
            Assert.Equal(1, bench.Own.Refused.Read(PublishingMetrics.Unwritable));
            await bench.StopAsync();
        }

        var broken = System.IO.Path.Combine(_folder, "broken.db");
        await File.WriteAllTextAsync(broken, new string('x', 4096), TestContext.Current.CancellationToken);
        using var other = new PublishingBench(broken, api);
        await other.StartAsync();
        Assert.Contains("broken.db", other.Outbox.Failure, StringComparison.Ordinal);
        await other.StopAsync();
    }

    [Fact]
    public void A_file_of_a_newer_version_is_left_alone()
    {
        using (OutboxStore.Open(Path))
        {
        }

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.Contains("99", Assert.Throws<InvalidDataException>(() => OutboxStore.Open(Path)).Message, StringComparison.Ordinal);
    }
}
