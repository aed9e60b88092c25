using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Session;

/// <summary>TWS message 9, <c>nextValidId</c>: the connection is ready. Example: <c>9|1|100</c></summary>
/// <param name="OrderId">The lowest order id that may be used.</param>
public sealed record NextValidId(int OrderId) : IReply, IReadable<NextValidId>
{
    internal const int MessageId = 9;

    /// <inheritdoc />
    public static NextValidId Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("orderId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(OrderId);
}
