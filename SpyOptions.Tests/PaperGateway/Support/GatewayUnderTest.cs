using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpyOptions.PaperGateway;
using SpyOptions.PaperGateway.Market;

namespace SpyOptions.Tests.PaperGateway.Support;

/// <summary>A whole paper gateway on free loopback ports; over a scripted market unless the synthetic one is asked for.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private readonly WebApplication application;

    private GatewayUnderTest(WebApplication application, ScriptedMarket market)
    {
        this.application = application;
        Market = market;
    }

    public ScriptedMarket Market { get; }

    public int Port => application.Services.GetRequiredService<PaperGatewayAddress>().Port;

    public IServiceProvider Services => application.Services;

    public Uri HttpAddress => new(application.Urls.First());

    public static Task<GatewayUnderTest> StartAsync(params string[] settings) => StartAsync(false, settings);

    public static Task<GatewayUnderTest> StartSyntheticAsync(params string[] settings) => StartAsync(true, settings);

    public async Task<RawClient> ConnectAsync(int clientId = 7, string range = "v176..178")
    {
        var client = await RawClient.OpenAsync(Port);
        await client.StartAsync(clientId, range);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    private static async Task<GatewayUnderTest> StartAsync(bool isSynthetic, string[] settings)
    {
        var market = new ScriptedMarket();
        var options = new WebApplicationOptions
        {
            ApplicationName = typeof(PaperGatewayProcess).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--Gateway:Port=0", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", .. settings],
        };
        var application = PaperGatewayProcess.Build(options, services =>
        {
            if (!isSynthetic)
            {
                services.RemoveAll<IMarket>();
                services.AddSingleton<IMarket>(market);
            }
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new GatewayUnderTest(application, market);
    }
}
