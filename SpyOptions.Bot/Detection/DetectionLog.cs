namespace SpyOptions.Bot.Detection;

/// <summary>Log events of the detection stage, 3100 to 3199.</summary>
internal static partial class DetectionLog
{
    [LoggerMessage(3100, LogLevel.Error, "A detector failed on expiry {Expiry}; the expiry is looked at again with its next quote. Failures so far: {Count}.")]
    public static partial void DetectorFailed(this ILogger logger, Exception exception, DateOnly expiry, long count);

    [LoggerMessage(3101, LogLevel.Debug, "{Kind} on {ConId}: {Summary} (score {Score:0.00}, repeat {RepeatCount}).")]
    public static partial void SignalMade(this ILogger logger, string kind, int conId, string summary, double score, int repeatCount);

    /// <summary>Logs a spent budget at its first suppression and then at every thousandth.</summary>
    public static void BudgetSpentOnce(this ILogger logger, int perMinute, SpyOptions.Contracts.Signals.SignalKind kind, long count)
    {
        if (count % 1000 == 1)
        {
            logger.BudgetSpent(perMinute, kind.ToString(), count);
        }
    }

    [LoggerMessage(3102, LogLevel.Warning, "The budget of {PerMinute} episodes a minute for {Kind} is spent; {Count} suppressed so far.")]
    public static partial void BudgetSpent(this ILogger logger, int perMinute, string kind, long count);
}
