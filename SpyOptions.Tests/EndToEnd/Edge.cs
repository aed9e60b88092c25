using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Bot;
using SpyOptions.Bot.Detection;
using SpyOptions.Bot.Publishing;

namespace SpyOptions.Tests.EndToEnd;

/// <summary>A bot on a free port with an outbox of its own, and short waits towards the API.</summary>
internal sealed class Edge : IAsyncDisposable
{
    private readonly WebApplication _bot;
    private readonly HttpClient _http = new();
    private readonly DirectoryInfo _data;

    private Edge(WebApplication bot, DirectoryInfo data) => (_bot, _data) = (bot, data);

    /// <summary>Where detection hands over what it found.</summary>
    public ISignalSink Sink => _bot.Services.GetRequiredService<ISignalSink>();

    /// <summary>How far the outbox is behind.</summary>
    public IOutboxStatus Outbox => _bot.Services.GetRequiredService<IOutboxStatus>();

    public static async Task<Edge> StartAsync(Uri api, params string[] arguments)
    {
        var data = Directory.CreateTempSubdirectory("spyoptions-test-");
        var bot = BotProcess.Build(new WebApplicationOptions
        {
            ApplicationName = typeof(BotProcess).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args =
            [
                "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Bot:Gateway:Port=9", $"--Bot:Publishing:ApiAddress={api}",
                "--Bot:Publishing:ApiKey=0123456789abcdef", $"--Bot:Publishing:OutboxPath={Path.Combine(data.FullName, "outbox.db")}",
                "--Bot:Publishing:OutboxAgeMax=365.00:00:00", "--Bot:Publishing:RetryMin=00:00:00.050", "--Bot:Publishing:RetryMax=00:00:00.200",
                "--Bot:Publishing:RefusedRetry=00:00:00.100", .. arguments,
            ],
        });
        await bot.StartAsync(TestContext.Current.CancellationToken);
        return new Edge(bot, data);
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(new Uri(_bot.Urls.First()), path), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.StopAsync(CancellationToken.None);
        await _bot.DisposeAsync();
        _http.Dispose();
        _data.Delete(recursive: true);
    }
}
