using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpyOptions.Bot;
using SpyOptions.PaperGateway;

namespace SpyOptions.Tests.Bot.Hosting;

public sealed class BotProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_connects_discovers_subscribes_within_its_budget_and_is_ready()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var gateway = PaperGatewayProcess.Build(Arguments(typeof(PaperGatewayProcess), "--port=0", "--seed=3"));
        await gateway.StartAsync(stop);
        await using var outbox = new TemporaryFolder();
        await using var bot = BotProcess.Build(Arguments(
            typeof(BotProcess),
            $"--Bot:Gateway:Port={gateway.Services.GetRequiredService<PaperGatewayAddress>().Port}",
            "--Bot:MarketData:ExpiriesMax=3",
            "--Bot:Publishing:ApiAddress=http://127.0.0.1:9",
            "--Bot:Publishing:ApiKey=0123456789abcdef",
            $"--Bot:Publishing:OutboxPath={Path.Combine(outbox.Path, "outbox.db")}"));
        await bot.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = AddressOf(bot) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("alive", stop)).StatusCode);
        var ready = await UntilReadyAsync(client, stop);
        var data = ready.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "bot").GetProperty("data");
        Assert.Equal("Live", data.GetProperty("feedState").GetString());
        Assert.InRange(data.GetProperty("linesUsed").GetInt32(), 20, 100);
        Assert.True(data.GetProperty("contractsKnown").GetInt32() > 100);

        var metrics = await client.GetStringAsync("metrics", stop);
        foreach (var name in new[] { "spy_bot_trades_total 0", "spy_bot_active_positions 0", "ibkr_connection_status 1", "spy_bot_signals_received_total 0", "spy_bot_feed_live 1" })
        {
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        }

        await gateway.StopAsync(stop);
        await WaitForAsync(async () => (await ReadyAsync(client, stop)).Description.Contains("gateway", StringComparison.Ordinal), stop);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("alive", stop)).StatusCode);
        await bot.StopAsync(stop);
    }

    [Theory]
    [InlineData("Bot:MarketData:LinesMax=2", "LinesMax")]
    [InlineData("Bot:MarketData:Underlying=spy!", "Underlying")]
    [InlineData("Bot:Gateway:Port=70000", "Port")]
    [InlineData("Bot:Gateway:VersionMin=178", "VersionMax", "Bot:Gateway:VersionMax=176")]
    [InlineData("Bot:Gateway:VersionMax=179", "VersionMax")]
    [InlineData("Bot:Publishing:ApiKey=short", "ApiKey")]
    [InlineData("Bot:Publishing:FeedInterval=00:01:00", "FeedInterval")]
    public async Task A_setting_out_of_its_bounds_stops_the_start_and_is_named(string setting, string field, string? second = null)
    {
        await using var bot = BotProcess.Build(Arguments(
            typeof(BotProcess), "--Bot:Publishing:ApiKey=0123456789abcdef", $"--{setting}", $"--{second ?? setting}"));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => bot.StartAsync(TestContext.Current.CancellationToken));
        Assert.True(failure is OptionsValidationException or AggregateException, failure.GetType().Name);
        Assert.Contains(field, failure.Message, StringComparison.Ordinal);
    }

    private static WebApplicationOptions Arguments(Type process, params string[] arguments) => new()
    {
        ApplicationName = process.Assembly.GetName().Name,
        ContentRootPath = AppContext.BaseDirectory,
        Args = [.. arguments, "--urls=http://127.0.0.1:0"],
    };

    private static Uri AddressOf(WebApplication application) =>
        new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static async Task<JsonElement> UntilReadyAsync(HttpClient client, CancellationToken stop)
    {
        // Ready comes with the chain; the lines follow within the next rounds of the watch.
        await WaitForAsync(
            async () => await ReadyAsync(client, stop) is { Status: HttpStatusCode.OK, Description: var words }
                && words.Contains("Live", StringComparison.Ordinal) && !words.Contains("\"linesUsed\":1,", StringComparison.Ordinal),
            stop);
        return await client.GetFromJsonAsync<JsonElement>("ready", stop);
    }

    private static async Task<(HttpStatusCode Status, string Description)> ReadyAsync(HttpClient client, CancellationToken stop)
    {
        using var response = await client.GetAsync("ready", stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(stop));
    }

    private static async Task WaitForAsync(Func<Task<bool>> condition, CancellationToken stop)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "The condition did not come true in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stop);
        }
    }

    private sealed class TemporaryFolder : IAsyncDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("spyoptions-").FullName;

        public ValueTask DisposeAsync()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Path, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
