using System.Diagnostics;
using SpyOptions.Bot.MarketData;

namespace SpyOptions.Bot.Telemetry;

/// <summary>Where the bot's traces begin.</summary>
internal static class BotTracing
{
    /// <summary>Name of the bot's activity source and meter.</summary>
    public const string Name = "SpyOptions.Bot";

    /// <summary>The bot's activity source.</summary>
    public static readonly ActivitySource Source = new(Name);

    /// <summary>
    /// Starts the root of a trace at the socket read of the tick that led to a signal. It is made only once something fires,
    /// so a tick that leads to nothing costs no allocation. Null when nobody listens.
    /// </summary>
    /// <param name="quote">The quote that led to the signal.</param>
    public static Activity? StartAtTick(in OptionQuote quote) =>
        Source.StartActivity(ActivityKind.Internal, parentContext: default, startTime: quote.ObservedAt, name: "tick");
}
