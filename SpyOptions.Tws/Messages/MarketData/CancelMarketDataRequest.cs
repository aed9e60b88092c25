using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS request 2, <c>cancelMktData</c>. Example: <c>2|1|3</c></summary>
/// <param name="RequestId">The stream to end.</param>
public sealed record CancelMarketDataRequest(int RequestId) : IRequest, IReadable<CancelMarketDataRequest>
{
    internal const int MessageId = 2;

    /// <inheritdoc />
    public static CancelMarketDataRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId);
}
