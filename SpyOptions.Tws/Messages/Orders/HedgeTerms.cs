using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>What an attached order hedges: the type, then a parameter where the type is not empty. Example: <c>B|0.5</c></summary>
/// <param name="Type"><c>D</c> delta, <c>B</c> beta, <c>F</c> currency, <c>P</c> pair; empty for none.</param>
/// <param name="Parameter">The beta or the ratio.</param>
public sealed record HedgeTerms(string Type = "", string Parameter = "") : IReadable<HedgeTerms>
{
    /// <summary>No hedge: one empty field.</summary>
    public static HedgeTerms None { get; } = new();

    /// <inheritdoc />
    public static HedgeTerms Read(ref FieldReader reader)
    {
        var type = reader.ReadText("hedgeType");
        return type.Length == 0 ? None : new(type, reader.ReadText("hedgeParam"));
    }

    internal void Write(FieldWriter writer)
    {
        writer.WriteText(Type);
        if (Type.Length > 0)
        {
            writer.WriteText(Parameter);
        }
    }
}
