using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS request 4, <c>cancelOrder</c>. Example: <c>4|1|100|</c></summary>
/// <param name="OrderId">The order.</param>
/// <param name="ManualOrderCancelTime">When a human cancelled it; usually empty.</param>
public sealed record CancelOrderRequest(int OrderId, string ManualOrderCancelTime = "") : IRequest, IReadable<CancelOrderRequest>
{
    internal const int MessageId = 4;

    /// <inheritdoc />
    public static CancelOrderRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("orderId"), reader.ReadText("manualOrderCancelTime"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(OrderId).WriteText(ManualOrderCancelTime);
}
