namespace SpyOptions.Bot.Telemetry;

/// <summary>Values of the label <c>kind</c> of <c>spy_bot_errors_total</c>.</summary>
internal static class BotErrors
{
    /// <summary>A discovery of the chain failed and is tried again.</summary>
    public const string Discovery = "discovery";

    /// <summary>A line could not be subscribed.</summary>
    public const string Subscription = "subscription";

    /// <summary>The broker's clock could not be read.</summary>
    public const string MarketTime = "market-time";

    /// <summary>A feed report did not reach the API.</summary>
    public const string FeedReport = "feed-report";

    /// <summary>A signal did not reach the API at this attempt.</summary>
    public const string Publishing = "publishing";

    /// <summary>A detector failed on a quote.</summary>
    public const string Detection = "detection";

    /// <summary>Every kind.</summary>
    public static readonly string[] All = [Discovery, Subscription, MarketTime, FeedReport, Publishing, Detection];
}
