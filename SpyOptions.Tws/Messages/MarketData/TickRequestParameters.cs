using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 81, <c>tickReqParams</c>: precedes the ticks of a stream. Example: <c>81|3|0.01|9c0001|3</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="MinTick">The smallest price step, USD.</param>
/// <param name="BboExchange">The key of the exchange letters.</param>
/// <param name="SnapshotPermissions">Which snapshots the account may take.</param>
public sealed record TickRequestParameters(int RequestId, decimal MinTick, string BboExchange, int SnapshotPermissions)
    : IReply, IReadable<TickRequestParameters>
{
    internal const int MessageId = 81;

    /// <inheritdoc />
    public static TickRequestParameters Read(ref FieldReader reader) => new(
        RequestId: reader.ReadInt("reqId"),
        MinTick: reader.ReadDecimal("minTick"),
        BboExchange: reader.ReadText("bboExchange"),
        SnapshotPermissions: reader.ReadInt("snapshotPermissions"));

    /// <inheritdoc />
    public void Write(FieldWriter writer) =>
        writer.WriteInt(MessageId).WriteInt(RequestId).WriteDecimal(MinTick).WriteText(BboExchange).WriteInt(SnapshotPermissions);
}
