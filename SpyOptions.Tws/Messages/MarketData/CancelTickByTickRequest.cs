using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS request 98, <c>cancelTickByTickData</c>. Example: <c>98|4</c></summary>
/// <param name="RequestId">The stream to end.</param>
public sealed record CancelTickByTickRequest(int RequestId) : IRequest, IReadable<CancelTickByTickRequest>
{
    internal const int MessageId = 98;

    /// <inheritdoc />
    public static CancelTickByTickRequest Read(ref FieldReader reader) => new(reader.ReadInt("reqId"));

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(RequestId);
}
