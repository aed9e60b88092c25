using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>
/// TWS request 1, <c>reqMktData</c>: a stream of ticks, or one snapshot.
/// Example: <c>1|11|3|700001|SPY|OPT|20261016|590|C|100|SMART||USD|SPY   261016C00590000|SPY|0|100,101,106|0|0|</c>
/// </summary>
/// <param name="RequestId">Comes back with each tick.</param>
/// <param name="Contract">What to watch.</param>
/// <param name="GenericTicks">Extra ticks, comma separated. One illegal id makes the server refuse the whole request (321).</param>
/// <param name="Snapshot">Whether one snapshot is enough; not together with generic ticks.</param>
/// <param name="RegulatorySnapshot">A snapshot that costs money, also on paper.</param>
/// <param name="Options">Usually empty.</param>
public sealed record MarketDataRequest(
    int RequestId,
    Contract Contract,
    string GenericTicks = "",
    bool Snapshot = false,
    bool RegulatorySnapshot = false,
    string Options = "") : IRequest, IReadable<MarketDataRequest>
{
    internal const int MessageId = 1;

    /// <inheritdoc />
    public static MarketDataRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        var requestId = reader.ReadInt("reqId");
        var contract = Contract.Read(ref reader);
        if (contract.IsCombo)
        {
            contract = contract with { ComboLegs = ComboLeg.ReadManyShort(ref reader) };
        }

        return new(
            RequestId: requestId,
            Contract: contract with { DeltaNeutral = DeltaNeutralContract.ReadOptional(ref reader) },
            GenericTicks: reader.ReadText("genericTickList"),
            Snapshot: reader.ReadBool("snapshot"),
            RegulatorySnapshot: reader.ReadBool("regulatorySnapshot"),
            Options: reader.ReadText("mktDataOptions"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(11).WriteInt(RequestId);
        Contract.Write(writer);
        if (Contract.IsCombo)
        {
            ComboLeg.WriteManyShort(writer, Contract.ComboLegs);
        }

        DeltaNeutralContract.WriteOptional(writer, Contract.DeltaNeutral);
        writer.WriteText(GenericTicks).WriteBool(Snapshot).WriteBool(RegulatorySnapshot).WriteText(Options);
    }
}
