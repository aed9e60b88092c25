using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>
/// One leg of a combo. Data requests carry the first four fields, <c>700001|1|BUY|SMART</c>;
/// orders carry all eight, <c>700001|1|BUY|SMART|0|0||-1</c>
/// </summary>
/// <param name="ConId">The contract of the leg.</param>
/// <param name="Ratio">How many of it per combo.</param>
/// <param name="Action"><c>BUY</c> or <c>SELL</c>.</param>
/// <param name="Exchange">The destination.</param>
/// <param name="OpenClose">0 as the combo, 1 open, 2 close.</param>
/// <param name="ShortSaleSlot">0 for a retail customer.</param>
/// <param name="DesignatedLocation">Where shares for a short sale are held; usually empty.</param>
/// <param name="ExemptCode">-1 for none.</param>
public sealed record ComboLeg(
    int ConId,
    int Ratio,
    string Action,
    string Exchange,
    int OpenClose = 0,
    int ShortSaleSlot = 0,
    string DesignatedLocation = "",
    int ExemptCode = -1) : IReadable<ComboLeg>
{
    /// <inheritdoc />
    public static ComboLeg Read(ref FieldReader reader) => ReadShort(ref reader) with
    {
        OpenClose = reader.ReadInt("comboLeg.openClose"),
        ShortSaleSlot = reader.ReadInt("comboLeg.shortSaleSlot"),
        DesignatedLocation = reader.ReadText("comboLeg.designatedLocation"),
        ExemptCode = reader.ReadInt("comboLeg.exemptCode"),
    };

    internal static ComboLeg ReadShort(ref FieldReader reader) => new(
        reader.ReadInt("comboLeg.conId"),
        reader.ReadInt("comboLeg.ratio"),
        reader.ReadText("comboLeg.action"),
        reader.ReadText("comboLeg.exchange"));

    internal static IReadOnlyList<ComboLeg> ReadMany(ref FieldReader reader)
    {
        var legs = new List<ComboLeg>();
        for (var count = reader.ReadCount("comboLegsCount"); count > 0; count--)
        {
            legs.Add(Read(ref reader));
        }

        return legs;
    }

    internal static IReadOnlyList<ComboLeg> ReadManyShort(ref FieldReader reader)
    {
        var legs = new List<ComboLeg>();
        for (var count = reader.ReadCount("comboLegsCount"); count > 0; count--)
        {
            legs.Add(ReadShort(ref reader));
        }

        return legs;
    }

    internal static void WriteMany(FieldWriter writer, IReadOnlyList<ComboLeg> legs)
    {
        writer.WriteInt(legs.Count);
        foreach (var leg in legs)
        {
            leg.WriteShort(writer);
            writer.WriteInt(leg.OpenClose).WriteInt(leg.ShortSaleSlot).WriteText(leg.DesignatedLocation).WriteInt(leg.ExemptCode);
        }
    }

    internal static void WriteManyShort(FieldWriter writer, IReadOnlyList<ComboLeg> legs)
    {
        writer.WriteInt(legs.Count);
        foreach (var leg in legs)
        {
            leg.WriteShort(writer);
        }
    }

    private void WriteShort(FieldWriter writer) => writer.WriteInt(ConId).WriteInt(Ratio).WriteText(Action).WriteText(Exchange);
}
