using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS request 99, <c>reqCompletedOrders</c>. Example: <c>99|1</c></summary>
/// <param name="ApiOnly">Whether orders that were entered by hand are left out.</param>
public sealed record CompletedOrdersRequest(bool ApiOnly) : IRequest, IReadable<CompletedOrdersRequest>
{
    internal const int MessageId = 99;

    /// <inheritdoc />
    public static CompletedOrdersRequest Read(ref FieldReader reader) => new(reader.ReadBool("apiOnly"));

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteBool(ApiOnly);
}
