using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS message 3, <c>orderStatus</c>; repeats itself. Example: <c>3|100|Filled|1|0|3.45|1377295418|0|3.45|7||0.0</c></summary>
/// <param name="OrderId">The client's number of the order; 0 when it was entered elsewhere.</param>
/// <param name="Status">One of <see cref="OrderState"/>'s statuses.</param>
/// <param name="Filled">How many were filled.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="AverageFillPrice">USD.</param>
/// <param name="PermId">The broker's number of the order, unique in the account.</param>
/// <param name="ParentId">The order id of the parent; 0 for none.</param>
/// <param name="LastFillPrice">USD.</param>
/// <param name="ClientId">Who placed it.</param>
/// <param name="WhyHeld">For instance <c>locate</c>; usually empty.</param>
/// <param name="MarketCapPrice">The price at which the order was capped, USD; 0 for none.</param>
public sealed record OrderStatus(
    int OrderId,
    string Status,
    decimal Filled,
    decimal Remaining,
    decimal AverageFillPrice,
    long PermId,
    int ParentId,
    decimal LastFillPrice,
    int ClientId,
    string WhyHeld,
    decimal MarketCapPrice) : IReply, IReadable<OrderStatus>
{
    internal const int MessageId = 3;

    /// <inheritdoc />
    public static OrderStatus Read(ref FieldReader reader) => new(
        OrderId: reader.ReadInt("orderId"),
        Status: reader.ReadText("status"),
        Filled: reader.ReadDecimal("filled"),
        Remaining: reader.ReadDecimal("remaining"),
        AverageFillPrice: reader.ReadDecimal("avgFillPrice"),
        PermId: reader.ReadLong("permId"),
        ParentId: reader.ReadInt("parentId"),
        LastFillPrice: reader.ReadDecimal("lastFillPrice"),
        ClientId: reader.ReadInt("clientId"),
        WhyHeld: reader.ReadText("whyHeld"),
        MarketCapPrice: reader.ReadDecimal("mktCapPrice"));

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(OrderId)
        .WriteText(Status)
        .WriteDecimal(Filled)
        .WriteDecimal(Remaining)
        .WriteDecimal(AverageFillPrice)
        .WriteLong(PermId)
        .WriteInt(ParentId)
        .WriteDecimal(LastFillPrice)
        .WriteInt(ClientId)
        .WriteText(WhyHeld)
        .WriteDecimal(MarketCapPrice);
}
