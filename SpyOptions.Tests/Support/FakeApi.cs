using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Support;

/// <summary>A real host that speaks the API's contract and plays what a test scripts.</summary>
internal sealed class FakeApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeApi(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public Script Played => _app.Services.GetRequiredService<Script>();

    private IHubContext<Hub, ISignalsClient> Viewers => _app.Services.GetRequiredService<IHubContext<Hub, ISignalsClient>>();

    /// <summary>Starts on a port; 0 is any free one.</summary>
    public static async Task<FakeApi> StartAsync(int port = 0, Script? script = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.UseKestrelCore();
        builder.Services.AddSingleton(script ?? new Script());
        builder.Services.ConfigureHttpJsonOptions(json => ContractsJson.Configure(json.SerializerOptions));
        builder.Services.AddSignalR().AddJsonProtocol(json => ContractsJson.Configure(json.PayloadSerializerOptions));
        var app = builder.Build();
        Map(app);
        app.MapHub<Hub>("/hubs/signals");
        await app.StartAsync();
        return new FakeApi(app);
    }

    public async Task PlayAsync(StoredSignal signal)
    {
        Played.Signals[signal.Sequence] = signal;
        await Viewers.Clients.All.SignalStored(signal);
    }

    public async Task PlayAsync(FeedStatus status)
    {
        Played.Feed = status;
        await Viewers.Clients.All.FeedChanged(status);
    }

    public async Task PlayAsync(ChainSnapshot chain)
    {
        Played.Chains[chain.Expiry] = chain;
        await Viewers.Clients.Group(chain.Expiry.ToString("O", CultureInfo.InvariantCulture)).ChainChanged(chain);
    }

    public async Task AcknowledgeAsync(long sequence, DateTimeOffset at) =>
        await Viewers.Clients.All.SignalAcknowledged(new SignalAcknowledgement(DashboardSamples.Signal(sequence, at).Signal.EpisodeId, at, "a trader"));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/chains", (Script script) => (IReadOnlyList<DateOnly>)[.. script.Chains.Keys.Order()]);
        app.MapGet("/signals", (Script script, long? cursor, int? limit) =>
        {
            var items = script.Signals.Values.Where(signal => cursor is null || signal.Sequence < cursor)
                .OrderByDescending(signal => signal.Sequence).Take(limit ?? 100).ToArray();
            return new SignalPage(items, items.Length == (limit ?? 100) ? $"{items[^1].Sequence}" : null);
        });
        app.MapGet("/signals/export", (Script script, HttpRequest request, string format) =>
        {
            script.ExportQuery = request.QueryString.Value;
            return Results.Text(format == "csv" ? "sequence,kind\n1,SmileResidual\n" : "[]", format == "csv" ? "text/csv" : "application/json");
        });
        app.MapGet("/signals/{id:guid}", (Script script, Guid id) =>
            script.Signals.Values.FirstOrDefault(signal => signal.Signal.Id == id) is { } found ? Results.Ok(found) : Results.NotFound());
        app.MapPost("/signals/{id:guid}/acknowledge", async (Script script, Guid id, IHubContext<Hub, ISignalsClient> viewers) =>
        {
            var signal = script.Signals.Values.First(signal => signal.Signal.Id == id);
            var acknowledgement = new SignalAcknowledgement(signal.Signal.EpisodeId, TimeProvider.System.GetUtcNow(), "dashboard");
            await viewers.Clients.All.SignalAcknowledged(acknowledgement);
            return acknowledgement;
        });
    }

    /// <summary>What was played; hand it to a second host to stand for the same API after a restart.</summary>
    internal sealed class Script
    {
        public ConcurrentDictionary<long, StoredSignal> Signals { get; } = new();

        public ConcurrentDictionary<DateOnly, ChainSnapshot> Chains { get; } = new();

        public FeedStatus? Feed { get; set; }

        public string? ExportQuery { get; set; }

        /// <summary>A signal that is sent live just before the next question for a gap fails; null to answer.</summary>
        public StoredSignal? FailsGapAfter { get; set; }
    }

    internal sealed class Hub(Script script) : Hub<ISignalsClient>, ISignalsHub
    {
        public Task<FeedStatus?> GetFeed() => Task.FromResult(script.Feed);

        public async Task<ChainSnapshot?> WatchChain(DateOnly expiry)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, expiry.ToString("O", CultureInfo.InvariantCulture));
            return script.Chains.GetValueOrDefault(expiry);
        }

        public Task UnwatchChain(DateOnly expiry) => Groups.RemoveFromGroupAsync(Context.ConnectionId, expiry.ToString("O", CultureInfo.InvariantCulture));

        public async Task<IReadOnlyList<StoredSignal>> GetSignalsAfter(long sequence, int count)
        {
            if (script.FailsGapAfter is { } live)
            {
                script.FailsGapAfter = null;
                await Clients.Caller.SignalStored(live);
                throw new HubException("The gap cannot be read.");
            }

            return [.. script.Signals.Values.Where(signal => signal.Sequence > sequence).OrderBy(signal => signal.Sequence).Take(count)];
        }
    }
}
