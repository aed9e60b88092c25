using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 99, <c>tickByTick</c>, of a trade. Example: <c>99|4|1|1791129600|590.25|100|0|ARCA|</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="TickType">1 last, 2 all last.</param>
/// <param name="UnixSeconds">When, seconds since 1970 UTC.</param>
/// <param name="Price">USD.</param>
/// <param name="Size">Shares or contracts.</param>
/// <param name="Attributes">Bits: 1 past limit, 2 unreported.</param>
/// <param name="Exchange">Where.</param>
/// <param name="SpecialConditions">Usually empty.</param>
public sealed record TickByTickLast(
    int RequestId,
    int TickType,
    long UnixSeconds,
    decimal Price,
    decimal Size,
    int Attributes,
    string Exchange,
    string SpecialConditions) : IReply, IReadable<TickByTickLast>
{
    /// <inheritdoc />
    public static TickByTickLast Read(ref FieldReader reader) => new(
        RequestId: reader.ReadInt("reqId"),
        TickType: reader.ReadInt("tickType"),
        UnixSeconds: reader.ReadLong("time"),
        Price: reader.ReadDecimal("price"),
        Size: reader.ReadDecimal("size"),
        Attributes: reader.ReadInt("mask"),
        Exchange: reader.ReadText("exchange"),
        SpecialConditions: reader.ReadText("specialConditions"));

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(TickByTick.MessageId)
        .WriteInt(RequestId)
        .WriteInt(TickType)
        .WriteLong(UnixSeconds)
        .WriteDecimal(Price)
        .WriteDecimal(Size)
        .WriteInt(Attributes)
        .WriteText(Exchange)
        .WriteText(SpecialConditions);
}
