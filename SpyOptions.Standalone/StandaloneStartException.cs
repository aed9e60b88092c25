using SpyOptions.ServiceDefaults;

namespace SpyOptions.Standalone;

/// <summary>One of the embedded processes could not start; the message says which one and why.</summary>
public sealed class StandaloneStartException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="process">The process that failed, for example <c>api</c>.</param>
    /// <param name="cause">What it failed with.</param>
    public StandaloneStartException(string process, Exception cause)
        : base($"{process}: {(cause is null ? "" : ProcessRunner.Describe(cause, PortOptions(process)))}", cause)
    {
        Process = process;
    }

    /// <summary>The process that failed.</summary>
    public string Process { get; }

    private static string PortOptions(string process) => process switch
    {
        "gateway" => $"--{Option(nameof(StandaloneOptions.GatewayPort))} or --{Option(nameof(StandaloneOptions.GatewayControlPort))}",
        "api" => $"--{Option(nameof(StandaloneOptions.ApiPort))}",
        "bot" => $"--{Option(nameof(StandaloneOptions.BotPort))}",
        _ => $"--{Option(nameof(StandaloneOptions.DashboardPort))}",
    };

    private static string Option(string name) => $"{StandaloneOptions.Section}:{name}";
}
