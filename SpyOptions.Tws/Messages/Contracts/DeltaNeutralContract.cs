using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>The hedge of a delta-neutral combo. Three fields; example: <c>756733|0.5|590.25</c></summary>
/// <param name="ConId">The hedging contract.</param>
/// <param name="Delta">Its delta.</param>
/// <param name="Price">Its price, USD.</param>
public sealed record DeltaNeutralContract(int ConId, double Delta, decimal Price) : IReadable<DeltaNeutralContract>
{
    /// <inheritdoc />
    public static DeltaNeutralContract Read(ref FieldReader reader) =>
        new(reader.ReadInt("deltaNeutralContract.conId"), reader.ReadDouble("deltaNeutralContract.delta"), reader.ReadDecimal("deltaNeutralContract.price"));

    internal static DeltaNeutralContract? ReadOptional(ref FieldReader reader) => reader.ReadBool("hasDeltaNeutralContract") ? Read(ref reader) : null;

    internal static void WriteOptional(FieldWriter writer, DeltaNeutralContract? value)
    {
        writer.WriteBool(value is not null);
        if (value is not null)
        {
            writer.WriteInt(value.ConId).WriteDouble(value.Delta).WriteDecimal(value.Price);
        }
    }
}
