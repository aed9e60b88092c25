using Microsoft.Extensions.Options;

namespace SpyOptions.Standalone;

/// <summary>Runs the platform embedded in one process until it is asked to stop.</summary>
public static class StandaloneProcess
{
    /// <summary>Runs the platform.</summary>
    /// <param name="args">Command line: <c>--session FILE</c>, <c>--speed N</c>, <c>--seed N</c>, <c>--Standalone:DashboardPort=0</c>, or any option of the four processes.</param>
    /// <returns>0 after a clean stop, 1 when a process could not start.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
            var options = configuration.GetSection(StandaloneOptions.Section).Get<StandaloneOptions>() ?? new StandaloneOptions();
            options.DataPath = Path.Combine(options.DataPath, MarketName(configuration));
            await using var host = new StandaloneHost(options, args);
            await host.StartAsync();
            await Console.Out.WriteLineAsync(
                $"""

                SPY Options Platform
                  dashboard     {host.DashboardAddress}
                  API           {new Uri(host.ApiAddress, "/scalar")}
                  bot           {new Uri(host.BotAddress, "/ready")}
                  paper gateway 127.0.0.1:{host.GatewayPort} (TWS), {new Uri(host.GatewayControlAddress, "/health")}
                  data          {options.DataPath}
                Ctrl+C stops everything.

                """);
            await host.Stopping;
            return 0;
        }
        catch (Exception failure) when (failure is StandaloneStartException or OptionsValidationException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    // Each market keeps its own signals: a replayed day must not show up in the tape of another one.
    private static string MarketName(IConfiguration configuration) =>
        configuration["session"] is { Length: > 0 } session
            ? Path.GetFileName(session).Split('.')[0]
            : $"seed-{configuration["seed"] ?? "1"}";
}
