using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.Tws.Wire;

/// <summary>Takes what a server sends. Ticks come as structs so that they cost no allocation; everything else comes as a record.</summary>
public interface IReplyHandler
{
    /// <summary>A price.</summary>
    /// <param name="tick">The tick.</param>
    void OnTickPrice(in TickPrice tick);

    /// <summary>A size.</summary>
    /// <param name="tick">The tick.</param>
    void OnTickSize(in TickSize tick);

    /// <summary>A number.</summary>
    /// <param name="tick">The tick.</param>
    void OnTickGeneric(in TickGeneric tick);

    /// <summary>A text.</summary>
    /// <param name="tick">The tick.</param>
    void OnTickString(in TickString tick);

    /// <summary>Implied volatility and greeks.</summary>
    /// <param name="tick">The tick.</param>
    void OnTickOptionComputation(in TickOptionComputation tick);

    /// <summary>Any other message.</summary>
    /// <param name="reply">The message.</param>
    void OnReply(IReply reply);

    /// <summary>A message that could not be decoded was counted and passed over; the next one follows.</summary>
    /// <param name="error">Names the message and the field.</param>
    void OnMalformed(TwsProtocolException error)
    {
    }
}
