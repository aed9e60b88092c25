using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS request 51, <c>cancelRealTimeBars</c>. Example: <c>51|1|6</c></summary>
/// <param name="RequestId">The stream to end.</param>
public sealed record CancelRealTimeBarsRequest(int RequestId) : IRequest, IReadable<CancelRealTimeBarsRequest>
{
    internal const int MessageId = 51;

    /// <inheritdoc />
    public static CancelRealTimeBarsRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId);
}
