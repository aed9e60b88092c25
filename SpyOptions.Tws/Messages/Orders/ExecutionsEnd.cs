using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS message 55, <c>execDetailsEnd</c>. Example: <c>55|1|9</c></summary>
/// <param name="RequestId">The request that is complete.</param>
public sealed record ExecutionsEnd(int RequestId) : IReply, IReadable<ExecutionsEnd>
{
    internal const int MessageId = 55;

    /// <inheritdoc />
    public static ExecutionsEnd Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId);
}
