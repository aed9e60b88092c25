using SpyOptions.Contracts.Signals;
using SpyOptions.Tests.Api;

namespace SpyOptions.Tests.EndToEnd;

public sealed class ApiFaultTests
{
    private const string BotKey = "0123456789abcdef";

    [Fact]
    public async Task Signals_found_while_the_api_is_away_arrive_once_and_in_order_when_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("spyoptions-test-");
        var api = await ApiHost.StartAsync([$"--Api:WriterKey={BotKey}"], folder.FullName);
        var address = api.Address;
        await using var edge = await Edge.StartAsync(address);
        Emit(edge, 1, 5);
        await StoredAsync(api, 5);
        await api.DisposeAsync();

        Emit(edge, 6, 45);
        await Platform.EventuallyAsync(() => Task.FromResult(edge.Outbox.Depth), depth => depth == 45, "every signal in the outbox");

        await using var again = await ApiHost.StartAsync([$"--Api:WriterKey={BotKey}", $"--urls={address}"], folder.FullName);
        var stored = await StoredAsync(again, 50);
        Assert.Equal(Enumerable.Range(1, 50).Select(Samples.IdOf), stored.OrderBy(signal => signal.Sequence).Select(signal => signal.Signal.Id));
        await Platform.EventuallyAsync(() => Task.FromResult(edge.Outbox.Depth), depth => depth == 0, "an empty outbox");
    }

    [Fact]
    public async Task A_wrong_key_keeps_every_signal_until_the_key_is_right()
    {
        var folder = Directory.CreateTempSubdirectory("spyoptions-test-");
        var api = await ApiHost.StartAsync(["--Api:WriterKey=another-key-of-the-writer"], folder.FullName);
        var address = api.Address;
        await using var edge = await Edge.StartAsync(address);
        Emit(edge, 1, 10);

        var ready = await Platform.EventuallyAsync(
            () => edge.GetAsync("ready"), answer => answer.Body.Contains("refuses the key (HTTP 401)", StringComparison.Ordinal), "the word that the key is refused");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.DoesNotContain(BotKey, ready.Body, StringComparison.Ordinal);
        Assert.Equal(10, edge.Outbox.Depth);
        await api.DisposeAsync();

        await using var right = await ApiHost.StartAsync([$"--Api:WriterKey={BotKey}", $"--urls={address}"], folder.FullName);
        await StoredAsync(right, 10);
        await Platform.EventuallyAsync(() => Task.FromResult(edge.Outbox.Failure), failure => failure is null, "an outbox without a failure");
    }

    private static void Emit(Edge edge, int first, int count)
    {
        foreach (var number in Enumerable.Range(first, count))
        {
            edge.Sink.Emit(Samples.Signal(number));
        }
    }

    private static async Task<IReadOnlyList<StoredSignal>> StoredAsync(ApiHost api, int count)
    {
        var page = await Platform.EventuallyAsync(() => api.GetPageAsync("?limit=500"), page => page.Items.Count == count, $"{count} stored signals");
        return page.Items;
    }
}
