using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 58, <c>marketDataType</c>: what a stream really delivers. Example: <c>58|1|3|1</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="Type">1 live, 2 frozen, 3 delayed, 4 delayed and frozen.</param>
public sealed record MarketDataTypeNotice(int RequestId, int Type) : IReply, IReadable<MarketDataTypeNotice>
{
    internal const int MessageId = 58;

    /// <inheritdoc />
    public static MarketDataTypeNotice Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"), reader.ReadInt("marketDataType"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId).WriteInt(Type);
}
