using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS request 15, <c>reqAutoOpenOrders</c>: binds manual orders to client 0. Example: <c>15|1|1</c></summary>
/// <param name="AutoBind">Whether to bind.</param>
public sealed record AutoOpenOrdersRequest(bool AutoBind) : IRequest, IReadable<AutoOpenOrdersRequest>
{
    internal const int MessageId = 15;

    /// <inheritdoc />
    public static AutoOpenOrdersRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadBool("bAutoBind"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteBool(AutoBind);
}
