using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Sessions;

namespace SpyOptions.PaperGateway;

/// <summary>The switches of the command line. Configuration keys, which have a colon, can be given as well: <c>--Gateway:TicksPerSecond=100</c>.</summary>
internal static class CommandLineSwitches
{
    /// <summary>The gateway's own switches and the configuration keys that they stand for.</summary>
    public static readonly IReadOnlyDictionary<string, string> Keys = new Dictionary<string, string>
    {
        ["--port"] = $"{GatewayOptions.Section}:{nameof(GatewayOptions.Port)}",
        ["--seed"] = $"{MarketOptions.Section}:{nameof(MarketOptions.Seed)}",
        ["--session"] = $"{MarketOptions.Section}:{nameof(MarketOptions.Session)}",
        ["--speed"] = $"{MarketOptions.Section}:{nameof(MarketOptions.Speed)}",
    };

    private static readonly HashSet<string> HostSwitches = new(StringComparer.OrdinalIgnoreCase)
    {
        "--urls", "--environment", "--contentRoot", "--applicationName", "--webroot", "--http_ports", "--https_ports",
    };

    /// <summary>Refuses what configuration would pass over in silence: a switch that nobody reads and one without a value.</summary>
    /// <param name="arguments">The command line.</param>
    /// <exception cref="FormatException">A switch is unknown or has no value; the message names it.</exception>
    public static void Check(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                continue;
            }

            var name = argument.Split('=')[0];
            if (!name.Contains(':', StringComparison.Ordinal) && !HostSwitches.Contains(name) && !Keys.Keys.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new FormatException($"The switch {name} is unknown. Switches are {string.Join(", ", Keys.Keys)} and --urls; other settings are given as --Section:Name=value.");
            }

            if (name.Length == argument.Length && ++index == arguments.Count)
            {
                throw new FormatException($"The switch {name} has no value.");
            }
        }
    }
}
