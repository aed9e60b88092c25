using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>A named value. Two fields; example: <c>ISIN|US78462F1030</c></summary>
/// <param name="Tag">The name.</param>
/// <param name="Value">The value.</param>
public sealed record TagValue(string Tag, string Value)
{
    internal static IReadOnlyList<TagValue> ReadMany(ref FieldReader reader, string countField)
    {
        var values = new List<TagValue>();
        for (var count = reader.ReadCount(countField); count > 0; count--)
        {
            values.Add(new TagValue(reader.ReadText("tag"), reader.ReadText("value")));
        }

        return values;
    }

    internal static void WriteMany(FieldWriter writer, IReadOnlyList<TagValue> values)
    {
        writer.WriteInt(values.Count);
        foreach (var value in values)
        {
            writer.WriteText(value.Tag).WriteText(value.Value);
        }
    }
}
