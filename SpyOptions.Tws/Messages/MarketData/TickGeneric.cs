using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 45, <c>tickGeneric</c>. Example: <c>45|6|3|24|0.1534</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="TickType">One of <see cref="MarketData.TickType"/> or a number unknown here.</param>
/// <param name="Value">What the tick type says.</param>
public readonly record struct TickGeneric(int RequestId, int TickType, double Value) : IReply, IReadable<TickGeneric>
{
    internal const int MessageId = 45;

    /// <inheritdoc />
    public static TickGeneric Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"), reader.ReadInt("tickType"), reader.ReadDouble("value"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(6).WriteInt(RequestId).WriteInt(TickType).WriteDouble(Value);
}
