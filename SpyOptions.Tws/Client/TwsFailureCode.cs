namespace SpyOptions.Tws.Client;

/// <summary>Why a connection attempt, or a connection, ended.</summary>
public enum TwsFailureCode
{
    /// <summary>The TCP connection was not open within its timeout.</summary>
    TcpTimeout,

    /// <summary>The TCP connection was refused or the host could not be reached.</summary>
    TcpRefused,

    /// <summary>The gateway did not name its version within the timeout.</summary>
    VersionTimeout,

    /// <summary>The gateway named a version outside the range that was asked for.</summary>
    VersionUnsupported,

    /// <summary>The gateway redirected to another address, which is not followed.</summary>
    Redirected,

    /// <summary>The next valid order id, or a non-empty account list, did not arrive within the timeout.</summary>
    IdsTimeout,

    /// <summary>The gateway handed out an order id that lies in the range of request ids.</summary>
    IdsOutOfRange,

    /// <summary>Error 326: another connection holds the client id.</summary>
    ClientIdInUse,

    /// <summary>The gateway closed the connection.</summary>
    ConnectionClosed,

    /// <summary>The socket failed while reading or writing.</summary>
    ConnectionBroken,

    /// <summary>A frame announced an impossible length, so the stream cannot be followed any further.</summary>
    FrameImpossible,

    /// <summary>The gateway neither answered the heartbeat nor sent anything else: the socket is half open.</summary>
    HeartbeatTimeout,

    /// <summary>Error 1300: the gateway changed its API port and drops this connection.</summary>
    PortChanged,

    /// <summary>A fault inside the client that belongs to none of the other codes.</summary>
    Unexpected,
}
