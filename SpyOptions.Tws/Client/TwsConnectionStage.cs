namespace SpyOptions.Tws.Client;

/// <summary>How far the one connection to the gateway has come.</summary>
public enum TwsConnectionStage
{
    /// <summary>No socket is open: before the first attempt, or while waiting for the next one.</summary>
    Disconnected,

    /// <summary>The TCP connection is being opened.</summary>
    Connecting,

    /// <summary>The socket is open and the gateway has not named its version yet; behind a port forwarder this proves nothing.</summary>
    AwaitingVersion,

    /// <summary>The version is agreed; the next valid order id and the account list have not both arrived.</summary>
    AwaitingIds,

    /// <summary>Requests are accepted.</summary>
    Ready,
}
