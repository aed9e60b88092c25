using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 99, <c>tickByTick</c>, of a quote. Example: <c>99|5|3|1791129600|590.24|590.26|300|500|0</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="UnixSeconds">When, seconds since 1970 UTC.</param>
/// <param name="Bid">USD.</param>
/// <param name="Ask">USD.</param>
/// <param name="BidSize">Shares or contracts.</param>
/// <param name="AskSize">Shares or contracts.</param>
/// <param name="Attributes">Bits: 1 bid below the day's low, 2 ask above the day's high.</param>
public sealed record TickByTickBidAsk(
    int RequestId,
    long UnixSeconds,
    decimal Bid,
    decimal Ask,
    decimal BidSize,
    decimal AskSize,
    int Attributes) : IReply, IReadable<TickByTickBidAsk>
{
    /// <inheritdoc />
    public static TickByTickBidAsk Read(ref FieldReader reader)
    {
        var requestId = reader.ReadInt("reqId");
        reader.Skip("tickType");
        return new(
            RequestId: requestId,
            UnixSeconds: reader.ReadLong("time"),
            Bid: reader.ReadDecimal("bidPrice"),
            Ask: reader.ReadDecimal("askPrice"),
            BidSize: reader.ReadDecimal("bidSize"),
            AskSize: reader.ReadDecimal("askSize"),
            Attributes: reader.ReadInt("mask"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(TickByTick.MessageId)
        .WriteInt(RequestId)
        .WriteInt(TickByTick.BidAsk)
        .WriteLong(UnixSeconds)
        .WriteDecimal(Bid)
        .WriteDecimal(Ask)
        .WriteDecimal(BidSize)
        .WriteDecimal(AskSize)
        .WriteInt(Attributes);
}
