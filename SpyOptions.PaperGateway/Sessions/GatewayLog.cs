using SpyOptions.Tws.Wire;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>What the sessions log: events 2000 to 2099.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(2000, LogLevel.Information, "TWS clients are served at {Endpoint}, versions {Versions}, market {Market}")]
    public static partial void Serving(ILogger logger, string endpoint, ServerVersionRange versions, string market);

    [LoggerMessage(2001, LogLevel.Information, "Client at {Client} asked for {Range} and gets version {Version}")]
    public static partial void Negotiated(ILogger logger, string client, ServerVersionRange range, int version);

    [LoggerMessage(2002, LogLevel.Warning, "Client at {Client} is turned away: it asks for {Range} and this gateway serves {Served}")]
    public static partial void NoCommonVersion(ILogger logger, string client, ServerVersionRange range, ServerVersionRange served);

    [LoggerMessage(2003, LogLevel.Warning, "Client at {Client} did not start within {Seconds} s and is disconnected")]
    public static partial void HandshakeTimedOut(ILogger logger, string client, double seconds);

    [LoggerMessage(2004, LogLevel.Warning, "Client at {Client} is disconnected, its stream cannot be read on: {Reason}")]
    public static partial void StreamBroken(ILogger logger, string client, string reason);

    [LoggerMessage(2005, LogLevel.Information, "Connection of {Client} ended")]
    public static partial void ConnectionLost(ILogger logger, string client);

    [LoggerMessage(2006, LogLevel.Warning, "Client at {Client} is disconnected: {Limit} messages wait for it and none may be dropped")]
    public static partial void ClientTooSlow(ILogger logger, string client, int limit);

    [LoggerMessage(2007, LogLevel.Information, "Client {ClientId} at {Client} started")]
    public static partial void Started(ILogger logger, int clientId, string client);

    [LoggerMessage(2008, LogLevel.Warning, "Client at {Client} asked for client id {ClientId}, which is in use")]
    public static partial void ClientIdInUse(ILogger logger, string client, int clientId);

    [LoggerMessage(2009, LogLevel.Warning, "Client at {Client} sent a request that cannot be read: {Reason}")]
    public static partial void RequestMalformed(ILogger logger, string client, string reason);

    [LoggerMessage(2010, LogLevel.Debug, "Client at {Client} sent a message with an unknown id: {Start}")]
    public static partial void RequestUnknown(ILogger logger, string client, string start);

    [LoggerMessage(2011, LogLevel.Warning, "Client at {Client} exceeds {Limit} messages a second, strike {Strike}")]
    public static partial void RateExceeded(ILogger logger, string client, int limit, int strike);
}
