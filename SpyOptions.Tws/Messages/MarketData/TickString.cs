using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 46, <c>tickString</c>. Example: <c>46|6|3|45|1791129600</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="TickType">One of <see cref="MarketData.TickType"/> or a number unknown here.</param>
/// <param name="Value">What the tick type says.</param>
public readonly record struct TickString(int RequestId, int TickType, string Value) : IReply, IReadable<TickString>
{
    internal const int MessageId = 46;

    /// <inheritdoc />
    public static TickString Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"), reader.ReadInt("tickType"), reader.ReadText("value"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(6).WriteInt(RequestId).WriteInt(TickType).WriteText(Value);
}
