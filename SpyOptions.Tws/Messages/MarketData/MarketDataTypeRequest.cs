using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS request 59, <c>reqMarketDataType</c>: for all later data requests. Example: <c>59|1|3</c></summary>
/// <param name="Type">1 live, 2 frozen, 3 delayed, 4 delayed and frozen.</param>
public sealed record MarketDataTypeRequest(int Type) : IRequest, IReadable<MarketDataTypeRequest>
{
    internal const int MessageId = 59;

    /// <inheritdoc />
    public static MarketDataTypeRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("marketDataType"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(Type);
}
