using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS request 5, <c>reqOpenOrders</c>: this client's live orders. Example: <c>5|1</c></summary>
public sealed record OpenOrdersRequest : IRequest, IReadable<OpenOrdersRequest>
{
    internal const int MessageId = 5;

    /// <inheritdoc />
    public static OpenOrdersRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new();
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1);
}
