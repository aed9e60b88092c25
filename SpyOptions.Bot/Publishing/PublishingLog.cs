namespace SpyOptions.Bot.Publishing;

/// <summary>Log events of the publishing stage, 3200 to 3299.</summary>
internal static partial class PublishingLog
{
    [LoggerMessage(3200, LogLevel.Error, "Signal {Id} was refused by the outbox: {Reason}. {Count} refused so far.")]
    public static partial void SignalRefused(this ILogger logger, Guid id, string reason, long count);

    [LoggerMessage(3201, LogLevel.Error, "The outbox file {Path} cannot be used: {Message}. Signals wait in memory; it is tried again in {Wait}.")]
    public static partial void OutboxFailed(this ILogger logger, string path, string message, TimeSpan wait);

    [LoggerMessage(3202, LogLevel.Warning, "Signals cannot be sent to {Address}: {Message}. They wait in the outbox; it is tried for ever.")]
    public static partial void SendFailed(this ILogger logger, Uri? address, string message);

    [LoggerMessage(3203, LogLevel.Information, "Signals are sent again after {Failures} failed attempts; {Depth} wait.")]
    public static partial void SendResumed(this ILogger logger, int failures, int depth);

    [LoggerMessage(3204, LogLevel.Critical, "The API at {Address} refuses the key (HTTP {Status}): Bot:Publishing:ApiKey must equal the API's Api:WriterKey. Signals wait in the outbox.")]
    public static partial void KeyRefused(this ILogger logger, Uri? address, int status);

    [LoggerMessage(3205, LogLevel.Error, "Signal {Id} was moved to the dead letters: {Reason}")]
    public static partial void SignalBuried(this ILogger logger, Guid id, string reason);

    [LoggerMessage(3206, LogLevel.Error, "{Count} signals waited longer than {AgeMax} and were moved to the dead letters.")]
    public static partial void SignalsTooOld(this ILogger logger, int count, TimeSpan ageMax);

    [LoggerMessage(3207, LogLevel.Information, "{Count} signals of an earlier run wait in the outbox and are sent first.")]
    public static partial void OutboxHolds(this ILogger logger, int count);
}
