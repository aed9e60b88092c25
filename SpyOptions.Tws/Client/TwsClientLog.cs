using Microsoft.Extensions.Logging;

namespace SpyOptions.Tws.Client;

/// <summary>The client's log events, 1000 to 1099.</summary>
internal static partial class TwsClientLog
{
    [LoggerMessage(1000, LogLevel.Information, "Connecting to {Host}:{Port} as client {ClientId}")]
    public static partial void Connecting(ILogger logger, string host, int port, int clientId);

    [LoggerMessage(1001, LogLevel.Information, "Connected at protocol version {ServerVersion}, gateway time '{ConnectionTime}'")]
    public static partial void VersionAgreed(ILogger logger, int serverVersion, string connectionTime);

    [LoggerMessage(1002, LogLevel.Information, "Ready with {AccountCount} account(s)")]
    public static partial void Ready(ILogger logger, int accountCount);

    [LoggerMessage(1003, LogLevel.Warning, "Connection ended while {Stage}: {Code}: {Text} Next attempt in {DelayMs:F0} ms")]
    public static partial void Ended(ILogger logger, TwsConnectionStage stage, TwsFailureCode code, string text, double delayMs);

    [LoggerMessage(1004, LogLevel.Warning, "Malformed frame skipped, message {MessageId}, field '{Field}': {Text} ({Count} so far)")]
    public static partial void Malformed(ILogger logger, int? messageId, string? field, string text, long count);

    [LoggerMessage(1005, LogLevel.Error, "A handler threw; the exception was counted and the loop goes on")]
    public static partial void HandlerFailed(ILogger logger, Exception exception);

    [LoggerMessage(1006, LogLevel.Warning, "Requesting {Count} market data subscription(s) again: {Cause}")]
    public static partial void Restoring(ILogger logger, int count, string cause);

    [LoggerMessage(1007, LogLevel.Warning, "The gateway refused generic ticks '{Asked}' of subscription {Key}; requesting again with '{Legal}'")]
    public static partial void IllegalGenericTicks(ILogger logger, int key, string asked, string legal);

    [LoggerMessage(1008, LogLevel.Information, "Notice {Code} for id {Id}: {Text}")]
    public static partial void Notice(ILogger logger, int id, int code, string text);

    [LoggerMessage(1009, LogLevel.Warning, "The heartbeat was not answered within {TimeoutMs} ms, but other messages arrived: the gateway is slow")]
    public static partial void HeartbeatLate(ILogger logger, double timeoutMs);

    [LoggerMessage(1010, LogLevel.Error, "{Request} has no form on the wire and was not sent")]
    public static partial void Unwritable(ILogger logger, string request, Exception exception);

    [LoggerMessage(1011, LogLevel.Warning, "Order id {OrderId} lies in the range of request ids and was ignored")]
    public static partial void OrderIdOutOfRange(ILogger logger, int orderId);

    [LoggerMessage(1012, LogLevel.Error, "The connection loop met a fault of its own; it goes on")]
    public static partial void Unexpected(ILogger logger, Exception exception);
}
