using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SpyOptions.Api;
using SpyOptions.Bot;
using SpyOptions.Dashboard;
using SpyOptions.PaperGateway;

namespace SpyOptions.Standalone;

/// <summary>
/// The four processes side by side on loopback, each with its own container, configuration and port. They talk to each other over
/// the same sockets as when they are apart.
/// </summary>
public sealed class StandaloneHost : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly StandaloneOptions _options;
    private readonly string[] _arguments;
    private readonly List<WebApplication> _applications = [];
    private readonly TaskCompletionSource _stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _writerKey = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Prepares the platform; nothing runs until <see cref="StartAsync(CancellationToken)"/>.</summary>
    /// <param name="options">Ports and data folder.</param>
    /// <param name="arguments">Command line that every process reads, for example <c>--session FILE</c> or <c>--Bot:MarketData:LinesMax=60</c>.</param>
    /// <exception cref="OptionsValidationException">An option is out of its bounds.</exception>
    public StandaloneHost(StandaloneOptions options, params string[] arguments)
    {
        var result = new StandaloneOptionsValidator().Validate(StandaloneOptions.Section, options);
        if (result.Failed)
        {
            throw new OptionsValidationException(StandaloneOptions.Section, typeof(StandaloneOptions), result.Failures);
        }

        _options = options;
        _arguments = arguments;
    }

    /// <summary>Port of the TWS server, once started.</summary>
    public int GatewayPort { get; private set; }

    /// <summary>Address of the gateway's health, metrics and control, once started.</summary>
    public Uri GatewayControlAddress { get; private set; } = null!;

    /// <summary>Address of the bot's health and metrics, once started.</summary>
    public Uri BotAddress { get; private set; } = null!;

    /// <summary>Address of the API, once started.</summary>
    public Uri ApiAddress { get; private set; } = null!;

    /// <summary>Address of the dashboard, once started.</summary>
    public Uri DashboardAddress { get; private set; } = null!;

    /// <summary>Key that writers of this run's API send.</summary>
    public string WriterKey => _writerKey;

    /// <summary>Completes when a process asks to stop: Ctrl+C, a termination signal, or a failure inside it.</summary>
    public Task Stopping => _stopping.Task;

    /// <summary>The running processes' containers, in the order gateway, API, bot, dashboard.</summary>
    public IReadOnlyList<IServiceProvider> Services => [.. _applications.Select(application => application.Services)];

    /// <summary>Starts gateway, API, bot and dashboard, each after the one it talks to.</summary>
    /// <param name="cancellation">Gives up the start.</param>
    /// <exception cref="StandaloneStartException">A process could not start; the others have been stopped.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(_options.DataPath);

        var gateway = await StartAsync("gateway", PaperGatewayProcess.Build, typeof(PaperGatewayProcess), _options.GatewayControlPort, cancellation,
            Setting("Gateway:Port", _options.GatewayPort));
        GatewayPort = gateway.Services.GetRequiredService<PaperGatewayAddress>().Port;
        GatewayControlAddress = AddressOf(gateway);

        var api = await StartAsync("api", ApiProcess.Build, typeof(ApiProcess), _options.ApiPort, cancellation,
            Setting("Api:WriterKey", _writerKey),
            Setting("Api:DatabasePath", Path.Combine(_options.DataPath, "signals.db")));
        ApiAddress = AddressOf(api);

        var bot = await StartAsync("bot", BotProcess.Build, typeof(BotProcess), _options.BotPort, cancellation,
            Setting("Bot:Gateway:Host", "127.0.0.1"),
            Setting("Bot:Gateway:Port", GatewayPort),
            Setting("Bot:Publishing:ApiAddress", ApiAddress),
            Setting("Bot:Publishing:ApiKey", _writerKey),
            Setting("Bot:Publishing:OutboxPath", Path.Combine(_options.DataPath, "outbox.db")));
        BotAddress = AddressOf(bot);

        var dashboard = await StartAsync("dashboard", DashboardProcess.Build, typeof(DashboardProcess), _options.DashboardPort, cancellation,
            Setting("Dashboard:ApiAddress", ApiAddress));
        DashboardAddress = AddressOf(dashboard);
    }

    /// <summary>Stops the processes, the bot first so that its outbox drains while the API still answers.</summary>
    public async Task StopAsync()
    {
        WebApplication[] order = [.. _applications.OrderBy(application => application.Environment.ApplicationName == typeof(BotProcess).Assembly.GetName().Name ? 0 : 1)
            .ThenByDescending(application => _applications.IndexOf(application))];
        foreach (var application in order)
        {
            using var timeout = new CancellationTokenSource(StopTimeout);
            await application.StopAsync(timeout.Token);
            await application.DisposeAsync();
        }

        _applications.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task<WebApplication> StartAsync(
        string name,
        Func<WebApplicationOptions, WebApplication> build,
        Type process,
        int port,
        CancellationToken cancellation,
        params string[] settings)
    {
        WebApplication? application = null;
        try
        {
            application = build(new WebApplicationOptions
            {
                ApplicationName = process.Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                Args = [.. _arguments, .. settings, Setting("urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}")],
            });
            await application.StartAsync(cancellation);
            application.Lifetime.ApplicationStopping.Register(() => _stopping.TrySetResult());
            _applications.Add(application);
            return application;
        }
        catch (Exception cause)
        {
            if (application is not null)
            {
                application.Lifetime.StopApplication();
                await application.DisposeAsync();
            }

            await StopAsync();
            if (cause is OperationCanceledException)
            {
                throw;
            }

            throw new StandaloneStartException(name, cause);
        }
    }

    private static string Setting(string key, object value) => string.Create(CultureInfo.InvariantCulture, $"--{key}={value}");

    private static Uri AddressOf(WebApplication application) =>
        new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .First(address => address.StartsWith("http://", StringComparison.Ordinal)));
}
