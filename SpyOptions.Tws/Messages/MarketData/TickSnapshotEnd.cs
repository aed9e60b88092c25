using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 57, <c>tickSnapshotEnd</c>. Example: <c>57|1|3</c></summary>
/// <param name="RequestId">The snapshot that is complete.</param>
public sealed record TickSnapshotEnd(int RequestId) : IReply, IReadable<TickSnapshotEnd>
{
    internal const int MessageId = 57;

    /// <inheritdoc />
    public static TickSnapshotEnd Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId);
}
