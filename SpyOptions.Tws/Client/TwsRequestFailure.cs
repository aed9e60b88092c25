namespace SpyOptions.Tws.Client;

/// <summary>Why a request has no answer.</summary>
public enum TwsRequestFailure
{
    /// <summary>The gateway answered with an error; <see cref="TwsRequestException.Code"/> tells which.</summary>
    Refused,

    /// <summary>No answer came within the timeout: the answer is unknown, not empty.</summary>
    TimedOut,

    /// <summary>The connection was not ready, so nothing was sent.</summary>
    NotConnected,

    /// <summary>The connection ended before the answer was complete; whether the gateway acted on it is unknown.</summary>
    ConnectionLost,

    /// <summary>The queue of outgoing requests is full, so nothing was queued.</summary>
    QueueFull,

    /// <summary>As many market data subscriptions are held as the options allow.</summary>
    SubscriptionsFull,

    /// <summary>The request could not be written in the protocol's form, so nothing was sent.</summary>
    Unwritable,
}
