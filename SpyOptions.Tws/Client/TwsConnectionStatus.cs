namespace SpyOptions.Tws.Client;

/// <summary>State of the one connection to the gateway; a new value replaces the old one as a whole.</summary>
/// <param name="Stage">How far the connection has come.</param>
/// <param name="ServerVersion">The negotiated version, 0 before it is known.</param>
/// <param name="Accounts">The accounts of this login; empty before they are known.</param>
/// <param name="BrokerConnected">False between 1100 (or 2110) and 1101 or 1102: the gateway has lost IBKR while this socket stays open.</param>
/// <param name="Since">When this stage began, UTC.</param>
/// <param name="LastFailure">Why the last connection or attempt ended; null when none has failed yet.</param>
public sealed record TwsConnectionStatus(
    TwsConnectionStage Stage,
    int ServerVersion,
    IReadOnlyList<string> Accounts,
    bool BrokerConnected,
    DateTimeOffset Since,
    TwsFailure? LastFailure)
{
    /// <summary>True when requests are accepted and the gateway is connected to IBKR.</summary>
    public bool IsUsable => Stage == TwsConnectionStage.Ready && BrokerConnected;
}
