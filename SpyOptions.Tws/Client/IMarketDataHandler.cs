using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tws.Client;

/// <summary>
/// Receives one or many market data streams. Every method is called on the read loop: it must neither block nor throw, for a handler that is slow
/// delays every other stream. An exception is counted and logged, and the loop goes on. <c>receivedTimestamp</c> is the time provider's timestamp of
/// the socket read that brought the message.
/// </summary>
public interface IMarketDataHandler
{
    /// <summary>A price, with its size where the gateway sends one.</summary>
    /// <param name="subscription">The stream.</param>
    /// <param name="tick">The message with its raw wire values.</param>
    /// <param name="receivedTimestamp">Timestamp of the socket read.</param>
    void OnTickPrice(MarketDataSubscription subscription, in TickPrice tick, long receivedTimestamp);

    /// <summary>A size or a volume.</summary>
    /// <param name="subscription">The stream.</param>
    /// <param name="tick">The message with its raw wire values.</param>
    /// <param name="receivedTimestamp">Timestamp of the socket read.</param>
    void OnTickSize(MarketDataSubscription subscription, in TickSize tick, long receivedTimestamp);

    /// <summary>A number of a generic tick.</summary>
    /// <param name="subscription">The stream.</param>
    /// <param name="tick">The message with its raw wire values.</param>
    /// <param name="receivedTimestamp">Timestamp of the socket read.</param>
    void OnTickGeneric(MarketDataSubscription subscription, in TickGeneric tick, long receivedTimestamp);

    /// <summary>A text tick, such as the time of the last trade.</summary>
    /// <param name="subscription">The stream.</param>
    /// <param name="tick">The message with its raw wire values.</param>
    /// <param name="receivedTimestamp">Timestamp of the socket read.</param>
    void OnTickString(MarketDataSubscription subscription, in TickString tick, long receivedTimestamp);

    /// <summary>Greeks; -1 and -2 mark what the gateway did not compute.</summary>
    /// <param name="subscription">The stream.</param>
    /// <param name="tick">The message with its raw wire values.</param>
    /// <param name="receivedTimestamp">Timestamp of the socket read.</param>
    void OnTickOptionComputation(MarketDataSubscription subscription, in TickOptionComputation tick, long receivedTimestamp);

    /// <summary>The gateway tells what kind of data follows: 1 live, 2 frozen, 3 delayed, 4 delayed and frozen.</summary>
    /// <param name="subscription">The stream.</param>
    /// <param name="type">The kind of data.</param>
    void OnMarketDataType(MarketDataSubscription subscription, int type);

    /// <summary>The gateway refused the stream, or warns about it; the subscription's state tells which.</summary>
    /// <param name="subscription">The stream.</param>
    /// <param name="error">The gateway's message.</param>
    void OnError(MarketDataSubscription subscription, ErrorNotice error);
}
