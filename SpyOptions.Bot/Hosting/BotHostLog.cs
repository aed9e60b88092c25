namespace SpyOptions.Bot.Hosting;

/// <summary>Log events 3900 to 3999.</summary>
internal static partial class BotHostLog
{
    [LoggerMessage(3900, LogLevel.Warning, "The feed report did not reach {Address}: {Reason}. Reports go on; further failures are only counted.")]
    public static partial void ReportFailed(ILogger logger, Uri address, string reason);

    [LoggerMessage(3901, LogLevel.Information, "Feed reports reach the API again after {Failures} failures.")]
    public static partial void ReportsResumed(ILogger logger, int failures);
}
