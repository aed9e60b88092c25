using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 1, <c>tickPrice</c>, as it is on the wire. Example: <c>1|6|3|1|3.45|12|1</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="TickType">One of <see cref="MarketData.TickType"/> or a number unknown here.</param>
/// <param name="Price">USD. -1, or 0 with size 0, means no quote, except for combos, which may cost nothing or less.</param>
/// <param name="Size">The size that came with the price, contracts or shares.</param>
/// <param name="Attributes">Bits: 1 can execute automatically, 2 past limit, 4 before the open.</param>
public readonly record struct TickPrice(int RequestId, int TickType, decimal Price, decimal Size, int Attributes) : IReply, IReadable<TickPrice>
{
    internal const int MessageId = 1;

    /// <inheritdoc />
    public static TickPrice Read(ref FieldReader reader)
    {
        var version = reader.ReadInt("version");
        return new(
            RequestId: reader.ReadInt("reqId"),
            TickType: reader.ReadInt("tickType"),
            Price: reader.ReadDecimal("price"),
            Size: version >= 2 ? reader.ReadDecimal("size") : 0,
            Attributes: version >= 3 ? reader.ReadInt("attrMask") : 0);
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(6)
        .WriteInt(RequestId)
        .WriteInt(TickType)
        .WriteDecimal(Price)
        .WriteDecimal(Size)
        .WriteInt(Attributes);
}
