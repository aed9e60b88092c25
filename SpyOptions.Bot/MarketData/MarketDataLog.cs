namespace SpyOptions.Bot.MarketData;

/// <summary>Log events 3000 to 3099.</summary>
internal static partial class MarketDataLog
{
    [LoggerMessage(3000, LogLevel.Information, "Discovered {Count} options of {Underlying} in {Expiries} expiries for the session of {SessionDate:yyyy-MM-dd}.")]
    public static partial void Discovered(ILogger logger, int count, string underlying, int expiries, DateOnly sessionDate);

    [LoggerMessage(3001, LogLevel.Warning, "Discovery of {Underlying} failed, attempt {Attempt}; again in {Delay}: {Reason}")]
    public static partial void DiscoveryFailed(ILogger logger, string underlying, int attempt, TimeSpan delay, string reason, Exception? exception);

    [LoggerMessage(3002, LogLevel.Information, "The gateway lists no contract for expiry {Expiry:yyyy-MM-dd} right {Right}.")]
    public static partial void NothingListed(ILogger logger, DateOnly expiry, string right);

    [LoggerMessage(3003, LogLevel.Warning, "Contract {ConId} was left out: {Field} '{Value}' cannot be understood.")]
    public static partial void ContractIgnored(ILogger logger, int conId, string field, string value);

    [LoggerMessage(3010, LogLevel.Information, "{Near} near options share {Lines} lines of {LinesMax}: {Waiting} take turns.")]
    public static partial void LinesShared(ILogger logger, int near, int lines, int linesMax, int waiting);

    [LoggerMessage(3011, LogLevel.Warning, "The gateway refused a line (101): the budget is now {LinesMax} lines.")]
    public static partial void BudgetLowered(ILogger logger, int linesMax);

    [LoggerMessage(3012, LogLevel.Error, "{Pinned} pinned contracts exceed the budget of {LinesMax} lines.")]
    public static partial void PinnedOverBudget(ILogger logger, int pinned, int linesMax);

    [LoggerMessage(3013, LogLevel.Warning, "The line of {LocalSymbol} was refused: {Code} {Text}")]
    public static partial void LineRefused(ILogger logger, string localSymbol, int code, string text);

    [LoggerMessage(3014, LogLevel.Warning, "The line of {LocalSymbol} could not be taken: {Reason}")]
    public static partial void SubscribeFailed(ILogger logger, string localSymbol, string reason);

    [LoggerMessage(3020, LogLevel.Information, "Feed {State}: {CauseText}.")]
    public static partial void FeedChanged(ILogger logger, SpyOptions.Contracts.Feed.FeedState state, string causeText);

    [LoggerMessage(3023, LogLevel.Warning, "Feed Stale: {CauseText}.")]
    public static partial void FeedStale(ILogger logger, string causeText);

    [LoggerMessage(3021, LogLevel.Warning, "The broker's clock could not be read: {Reason}")]
    public static partial void ClockUnread(ILogger logger, string reason);

    [LoggerMessage(3022, LogLevel.Error, "A round of the {Loop} loop failed; the loop goes on.")]
    public static partial void RoundFailed(ILogger logger, string loop, Exception exception);
}
