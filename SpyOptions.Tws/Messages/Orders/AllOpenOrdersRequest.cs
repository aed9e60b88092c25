using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS request 16, <c>reqAllOpenOrders</c>: every client's live orders. Example: <c>16|1</c></summary>
public sealed record AllOpenOrdersRequest : IRequest, IReadable<AllOpenOrdersRequest>
{
    internal const int MessageId = 16;

    /// <inheritdoc />
    public static AllOpenOrdersRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new();
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1);
}
