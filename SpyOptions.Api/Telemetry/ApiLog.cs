namespace SpyOptions.Api.Telemetry;

/// <summary>Log events of the API, 4000 to 4999.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(4000, LogLevel.Error, "{Method} {Path} failed.")]
    public static partial void RequestFailed(ILogger logger, string method, string path, Exception cause);

    [LoggerMessage(4001, LogLevel.Information, "Database {Path} is at schema version {Version}; {Applied} migrations were applied.")]
    public static partial void DatabaseReady(ILogger logger, string path, int version, int applied);

    [LoggerMessage(4002, LogLevel.Information, "Retention removed {Signals} signals.")]
    public static partial void RetentionRan(ILogger logger, int signals);

    [LoggerMessage(4003, LogLevel.Error, "Retention failed; it is tried again in the next round.")]
    public static partial void RetentionFailed(ILogger logger, Exception cause);

    [LoggerMessage(4004, LogLevel.Warning, "Broadcasting {Method} did not complete: {Reason}. Viewers fill a gap from the store.")]
    public static partial void BroadcastFailed(ILogger logger, string method, string reason, Exception? cause);

    [LoggerMessage(4005, LogLevel.Warning, "A request without a valid key was refused: {Method} {Path} from {Address}.")]
    public static partial void KeyRefused(ILogger logger, string method, string path, string address);

    [LoggerMessage(4006, LogLevel.Warning, "Origin {Origin} was refused.")]
    public static partial void OriginRefused(ILogger logger, string origin);

    [LoggerMessage(4007, LogLevel.Information, "A stream viewer fell {Backlog} signals behind and was cut off; it can resume.")]
    public static partial void StreamViewerCutOff(ILogger logger, int backlog);

    [LoggerMessage(4008, LogLevel.Warning, "A batch of {Count} signals was refused: {Field}: {Message}")]
    public static partial void BatchRefused(ILogger logger, int count, string field, string message);
}
