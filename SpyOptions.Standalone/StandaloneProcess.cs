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
        var options = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build()
            .GetSection(StandaloneOptions.Section)
            .Get<StandaloneOptions>() ?? new StandaloneOptions();
        try
        {
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
        catch (Exception failure) when (failure is StandaloneStartException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
