using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 99, <c>tickByTick</c>, of a mid. Example: <c>99|6|4|1791129600|590.25</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="UnixSeconds">When, seconds since 1970 UTC.</param>
/// <param name="Mid">USD.</param>
public sealed record TickByTickMidPoint(int RequestId, long UnixSeconds, decimal Mid) : IReply, IReadable<TickByTickMidPoint>
{
    /// <inheritdoc />
    public static TickByTickMidPoint Read(ref FieldReader reader)
    {
        var requestId = reader.ReadInt("reqId");
        reader.Skip("tickType");
        return new(requestId, reader.ReadLong("time"), reader.ReadDecimal("midPoint"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(TickByTick.MessageId)
        .WriteInt(RequestId)
        .WriteInt(TickByTick.MidPoint)
        .WriteLong(UnixSeconds)
        .WriteDecimal(Mid);
}
