using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Sessions;
using SpyOptions.ServiceDefaults;

namespace SpyOptions.PaperGateway;

/// <summary>Composes the paper gateway as one web application with its own container.</summary>
public static class PaperGatewayProcess
{
    /// <summary>Builds the application; nothing runs until it is started.</summary>
    /// <param name="options">Arguments, environment and content root of the process.</param>
    /// <exception cref="FormatException">The arguments cannot be read; the message names the switch.</exception>
    public static WebApplication Build(WebApplicationOptions options) => Build(options, null);

    internal static WebApplication Build(WebApplicationOptions options, Action<IServiceCollection>? replace)
    {
        ArgumentNullException.ThrowIfNull(options);
        CommandLineSwitches.Check(options.Args ?? []);
        var builder = WebApplication.CreateBuilder(options);
        builder.Configuration.AddCommandLine(options.Args ?? [], CommandLineSwitches.Keys.ToDictionary());
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
