using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS request 25, <c>cancelHistoricalData</c>. Example: <c>25|1|5</c></summary>
/// <param name="RequestId">The request to end.</param>
public sealed record CancelHistoricalDataRequest(int RequestId) : IRequest, IReadable<CancelHistoricalDataRequest>
{
    internal const int MessageId = 25;

    /// <inheritdoc />
    public static CancelHistoricalDataRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId);
}
