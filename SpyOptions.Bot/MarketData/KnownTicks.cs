using SpyOptions.Bot.Telemetry;

namespace SpyOptions.Bot.MarketData;

/// <summary>Tells tick types that no quote has a place for from types that nobody has heard of.</summary>
internal static class KnownTicks
{
    private const int DocumentedMax = 105;

    /// <summary>The label under which a tick that found no place is counted.</summary>
    /// <param name="tickType">Number of the type.</param>
    public static string ReasonFor(int tickType) => tickType is >= 0 and <= DocumentedMax ? TickReasons.NotNeeded : TickReasons.UnknownType;
}
