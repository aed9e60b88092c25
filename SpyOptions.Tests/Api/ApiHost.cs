using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Api;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Api;

/// <summary>The real API on a free loopback port with a database in a folder of its own.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string WriterKey = "writer-key-of-the-tests";
    private readonly bool _ownsFolder;

    private ApiHost(WebApplication app, string folder, bool ownsFolder)
    {
        (App, Folder, _ownsFolder) = (app, folder, ownsFolder);
        Address = new Uri(app.Urls.First());
        Reader = new HttpClient { BaseAddress = Address };
        Writer = new HttpClient { BaseAddress = Address };
        Writer.DefaultRequestHeaders.Add("X-Api-Key", WriterKey);
    }

    public static JsonSerializerOptions Json { get; } = MakeJson();

    public WebApplication App { get; }

    public string Folder { get; }

    public Uri Address { get; }

    public HttpClient Reader { get; }

    public HttpClient Writer { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ApiHost> StartAsync(string[]? settings = null, string? folder = null, Action<IServiceCollection>? configure = null)
    {
        var own = folder is null;
        folder ??= Directory.CreateTempSubdirectory("spy-options-api").FullName;
        string[] args =
        [
            "--urls=http://127.0.0.1:0", $"--Api:WriterKey={WriterKey}", $"--Api:DatabasePath={Path.Combine(folder, "api.db")}",
            "--Logging:LogLevel:Default=Warning", .. settings ?? [],
        ];
        var app = ApiProcess.Build(new WebApplicationOptions { Args = args }, configure);
        await app.StartAsync(Stop);
        return new ApiHost(app, folder, own);
    }

    public async Task<SignalBatchResult> PostAsync(params Signal[] signals)
    {
        using var response = await Writer.PostAsJsonAsync("/signals", new SignalBatch(signals), Json, Stop);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<SignalBatchResult>(Json, Stop))!;
    }

    public async Task<SignalPage> GetPageAsync(string query) => (await Reader.GetFromJsonAsync<SignalPage>($"/signals{query}", Json, Stop))!;

    public async Task<string> MetricsAsync() => await Reader.GetStringAsync(new Uri("/metrics", UriKind.Relative), Stop);

    public HubConnection CreateHub() => new HubConnectionBuilder().WithUrl(new Uri(Address, "/hubs/signals"))
        .AddJsonProtocol(json => ContractsJson.Configure(json.PayloadSerializerOptions)).Build();

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        Writer.Dispose();
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static JsonSerializerOptions MakeJson()
    {
        var json = new JsonSerializerOptions();
        ContractsJson.Configure(json);
        return json;
    }
}
