using SpyOptions.Tws.Client;

namespace SpyOptions.Bot.MarketData;

/// <summary>Reads the client's status as the feed understands it.</summary>
internal static class GatewayLinks
{
    /// <summary>How far the connection is.</summary>
    public static GatewayLink Of(TwsConnectionStatus status) => status switch
    {
        { Stage: TwsConnectionStage.Ready, BrokerConnected: true } => GatewayLink.Ready,
        { Stage: TwsConnectionStage.Ready } => GatewayLink.BrokerLost,
        { LastFailure: null } => GatewayLink.Starting,
        { LastFailure: { } failure } => Of(failure),
    };

    private static GatewayLink Of(TwsFailure failure) => failure switch
    {
        { Code: TwsFailureCode.ClientIdInUse } => GatewayLink.ClientIdInUse,
        { Code: TwsFailureCode.VersionTimeout or TwsFailureCode.IdsTimeout } => GatewayLink.Silent,

        // A gateway that waits for its dialog to be answered lets the handshake in and closes; behind a port forwarder even TCP does so.
        { Code: TwsFailureCode.ConnectionClosed, Stage: TwsConnectionStage.AwaitingVersion or TwsConnectionStage.AwaitingIds } => GatewayLink.Silent,
        { Code: TwsFailureCode.VersionUnsupported } => GatewayLink.Unsupported,
        _ => GatewayLink.Unreachable,
    };
}
