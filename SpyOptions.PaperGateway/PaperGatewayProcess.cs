using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Sessions;
using SpyOptions.ServiceDefaults;

namespace SpyOptions.PaperGateway;

/// <summary>Composes the paper gateway as one web application with its own container.</summary>
public static class PaperGatewayProcess
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--port"] = $"{GatewayOptions.Section}:{nameof(GatewayOptions.Port)}",
        ["--seed"] = $"{MarketOptions.Section}:{nameof(MarketOptions.Seed)}",
        ["--session"] = $"{MarketOptions.Section}:{nameof(MarketOptions.Session)}",
        ["--speed"] = $"{MarketOptions.Section}:{nameof(MarketOptions.Speed)}",
    };

    /// <summary>Builds the application; nothing runs until it is started.</summary>
    /// <param name="options">Arguments, environment and content root of the process.</param>
    /// <exception cref="FormatException">The arguments cannot be read.</exception>
    public static WebApplication Build(WebApplicationOptions options) => Build(options, null);

    internal static WebApplication Build(WebApplicationOptions options, Action<IServiceCollection>? replace)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateBuilder(options);
        builder.Configuration.AddCommandLine(options.Args ?? [], Switches);
        builder.AddServiceDefaults(GatewayMetrics.MeterName);
        builder.AddMarket();
        builder.AddTwsServer();
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapMarket();
        return app;
    }
}
