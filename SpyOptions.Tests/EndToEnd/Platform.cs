using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Feed;
using SpyOptions.Standalone;

namespace SpyOptions.Tests.EndToEnd;

/// <summary>The whole platform on free loopback ports, with its data in a folder of its own.</summary>
public sealed class Platform : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("spyoptions-test-");

    private Platform(string[] arguments)
    {
        Json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ContractsJson.Configure(Json);
        Host = new StandaloneHost(
            new StandaloneOptions { GatewayPort = 0, GatewayControlPort = 0, BotPort = 0, ApiPort = 0, DashboardPort = 0, DataPath = _data.FullName },
            ["--Logging:LogLevel:Default=Warning", .. arguments]);
    }

    public StandaloneHost Host { get; }

    public HttpClient Http { get; } = new();

    public JsonSerializerOptions Json { get; }

    public static async Task<Platform> StartAsync(params string[] arguments)
    {
        var platform = new Platform(arguments);
        await platform.Host.StartAsync(TestContext.Current.CancellationToken);
        return platform;
    }

    /// <summary>The state of the edge as the API knows it; null before the first report.</summary>
    public async Task<FeedStatus?> FeedAsync()
    {
        using var response = await Http.GetAsync(new Uri(Host.ApiAddress, "/feed"), TestContext.Current.CancellationToken);
        return response.StatusCode == System.Net.HttpStatusCode.OK
            ? await response.Content.ReadFromJsonAsync<FeedStatus>(Json, TestContext.Current.CancellationToken)
            : null;
    }

    /// <summary>A viewer on the hub.</summary>
    public HubConnection Viewer() => new HubConnectionBuilder()
        .WithUrl(new Uri(Host.ApiAddress, "/hubs/signals"))
        .AddJsonProtocol(options => ContractsJson.Configure(options.PayloadSerializerOptions))
        .Build();

    /// <summary>Asks until the answer satisfies; fails with the last answer after a minute.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask, Func<T, bool> satisfied, string expectation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (satisfied(answer))
            {
                return answer;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"Expected {expectation}; the last answer was {answer}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Http.Dispose();
        _data.Delete(recursive: true);
    }
}
