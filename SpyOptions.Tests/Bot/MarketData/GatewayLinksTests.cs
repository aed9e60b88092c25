using SpyOptions.Bot.MarketData;
using SpyOptions.Tws.Client;

namespace SpyOptions.Tests.Bot.MarketData;

public sealed class GatewayLinksTests
{
    [Theory]
    [InlineData(TwsConnectionStage.Connecting, TwsFailureCode.TcpRefused, nameof(GatewayLink.Unreachable))]
    [InlineData(TwsConnectionStage.Connecting, TwsFailureCode.TcpTimeout, nameof(GatewayLink.Unreachable))]
    [InlineData(TwsConnectionStage.AwaitingVersion, TwsFailureCode.VersionTimeout, nameof(GatewayLink.Silent))]
    [InlineData(TwsConnectionStage.AwaitingIds, TwsFailureCode.IdsTimeout, nameof(GatewayLink.Silent))]
    [InlineData(TwsConnectionStage.AwaitingIds, TwsFailureCode.ConnectionClosed, nameof(GatewayLink.Silent))]
    [InlineData(TwsConnectionStage.AwaitingIds, TwsFailureCode.ClientIdInUse, nameof(GatewayLink.ClientIdInUse))]
    [InlineData(TwsConnectionStage.AwaitingVersion, TwsFailureCode.VersionUnsupported, nameof(GatewayLink.Unsupported))]
    [InlineData(TwsConnectionStage.Ready, TwsFailureCode.ConnectionClosed, nameof(GatewayLink.Unreachable))]
    [InlineData(TwsConnectionStage.Ready, TwsFailureCode.HeartbeatTimeout, nameof(GatewayLink.Unreachable))]
    public void A_failure_tells_what_the_feed_suffers_from(TwsConnectionStage stage, TwsFailureCode code, string link) =>
        Assert.Equal(
            Enum.Parse<GatewayLink>(link),
            GatewayLinks.Of(new TwsConnectionStatus(TwsConnectionStage.Disconnected, 0, [], true, default, new TwsFailure(stage, code, "words"))));

    [Theory]
    [InlineData(TwsConnectionStage.Connecting, true, nameof(GatewayLink.Starting))]
    [InlineData(TwsConnectionStage.Ready, true, nameof(GatewayLink.Ready))]
    [InlineData(TwsConnectionStage.Ready, false, nameof(GatewayLink.BrokerLost))]
    public void Without_a_failure_the_stage_decides(TwsConnectionStage stage, bool brokerConnected, string link) =>
        Assert.Equal(Enum.Parse<GatewayLink>(link), GatewayLinks.Of(new TwsConnectionStatus(stage, 178, ["DU1"], brokerConnected, default, null)));
}
