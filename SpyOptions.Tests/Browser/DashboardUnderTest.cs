using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Dashboard;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Browser;

/// <summary>The dashboard on a free port before a fake API.</summary>
internal sealed class DashboardUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DashboardUnderTest(FakeApi api, WebApplication app) => (Api, _app) = (api, app);

    public FakeApi Api { get; set; }

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<DashboardUnderTest> StartAsync()
    {
        var api = await FakeApi.StartAsync();
        var app = DashboardProcess.Build(new WebApplicationOptions
        {
            Args = ["--urls=http://127.0.0.1:0", $"--Dashboard:ApiAddress={api.Address}", "--Dashboard:ReconnectMsMax=500", "--Dashboard:ProbeIntervalMs=500", "--Logging:LogLevel:Default=None"],
        });
        await app.StartAsync();
        return new DashboardUnderTest(api, app);
    }

    /// <summary>Plays a state of the edge, a chain per near expiry and some signals.</summary>
    public async Task PlaySessionAsync(int signals = 24)
    {
        var now = TimeProvider.System.GetUtcNow();
        await Api.PlayAsync(DashboardSamples.Feed(now));
        foreach (var expiry in DashboardSamples.Expiries.Take(3))
        {
            await Api.PlayAsync(DashboardSamples.Chain(expiry, now));
        }

        for (var sequence = 1; sequence <= signals; sequence++)
        {
            await Api.PlayAsync(DashboardSamples.Signal(sequence, TimeProvider.System.GetUtcNow()));
        }
    }

    /// <summary>Plays what a tape shows besides new claims: a repeat, a late one, an expired one and an acknowledged one.</summary>
    public async Task PlayVarietyAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var first = DashboardSamples.Signal(70, now);
        await Api.PlayAsync(first);
        await Api.PlayAsync(DashboardSamples.Signal(71, now, signal => signal with { EpisodeId = first.Signal.EpisodeId, RepeatCount = 12, Contract = first.Signal.Contract }));
        await Api.PlayAsync(DashboardSamples.Signal(72, now, signal => signal with { ObservedAt = now.AddMilliseconds(-940) }));
        await Api.PlayAsync(DashboardSamples.Signal(69, now, signal => signal with { ExpiresAt = now.AddMinutes(-1) }));
        await Api.AcknowledgeAsync(58, now);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Api.DisposeAsync();
    }
}
