using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// The three blocks of a combo order: its legs, a price per leg, and routing tags, each with its count.
/// Example: <c>2|700001|1|BUY|SMART|0|0||-1|700002|1|SELL|SMART|0|0||-1|0|1|NonGuaranteed|1</c>
/// </summary>
/// <param name="Legs">The legs.</param>
/// <param name="LegPrices">A price per leg, USD; usually none.</param>
/// <param name="SmartRouting">Routing tags, for instance <c>NonGuaranteed</c>.</param>
internal sealed record ComboTerms(IReadOnlyList<ComboLeg> Legs, IReadOnlyList<decimal?> LegPrices, IReadOnlyList<TagValue> SmartRouting)
    : IReadable<ComboTerms>
{
    public static ComboTerms None { get; } = new([], [], []);

    public static ComboTerms Read(ref FieldReader reader)
    {
        var legs = ComboLeg.ReadMany(ref reader);
        var prices = new List<decimal?>();
        for (var count = reader.ReadCount("orderComboLegsCount"); count > 0; count--)
        {
            prices.Add(reader.ReadOptionalDecimal("orderComboLeg.price"));
        }

        return new(legs, prices, TagValue.ReadMany(ref reader, "smartComboRoutingParamsCount"));
    }

    public void Write(FieldWriter writer)
    {
        ComboLeg.WriteMany(writer, Legs);
        writer.WriteInt(LegPrices.Count);
        foreach (var price in LegPrices)
        {
            writer.WriteOptionalDecimal(price);
        }

        TagValue.WriteMany(writer, SmartRouting);
    }
}
