using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 2, <c>tickSize</c>. Example: <c>2|6|3|3|40</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="TickType">One of <see cref="MarketData.TickType"/> or a number unknown here.</param>
/// <param name="Size">Contracts or shares; may hold a fraction.</param>
public readonly record struct TickSize(int RequestId, int TickType, decimal Size) : IReply, IReadable<TickSize>
{
    internal const int MessageId = 2;

    /// <inheritdoc />
    public static TickSize Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"), reader.ReadInt("tickType"), reader.ReadDecimal("size"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(6).WriteInt(RequestId).WriteInt(TickType).WriteDecimal(Size);
}
