using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// How a scale order is spread: three fields, then seven where the price increment is set and above 0.
/// Example: <c>2147483647|2147483647|</c>
/// </summary>
public sealed record ScaleTerms : IReadable<ScaleTerms>
{
    /// <summary>No scale: three unset fields.</summary>
    public static ScaleTerms None { get; } = new();

    /// <summary>The size of the first component.</summary>
    public int? InitialLevelSize { get; init; }

    /// <summary>The size of the later components.</summary>
    public int? SubsequentLevelSize { get; init; }

    /// <summary>The price step between components, USD.</summary>
    public decimal? PriceIncrement { get; init; }

    /// <summary>By how much the price is adjusted, USD.</summary>
    public decimal? PriceAdjustValue { get; init; }

    /// <summary>How often, seconds.</summary>
    public int? PriceAdjustIntervalSeconds { get; init; }

    /// <summary>The offset of the profit orders, USD.</summary>
    public decimal? ProfitOffset { get; init; }

    /// <summary>Whether it starts anew when done.</summary>
    public bool AutoReset { get; init; }

    /// <summary>The position at the start.</summary>
    public int? InitialPosition { get; init; }

    /// <summary>The quantity filled at the start.</summary>
    public int? InitialFillQuantity { get; init; }

    /// <summary>Whether sizes are randomised.</summary>
    public bool RandomPercent { get; init; }

    private bool HasDetails => PriceIncrement > 0;

    /// <inheritdoc />
    public static ScaleTerms Read(ref FieldReader reader)
    {
        var terms = new ScaleTerms
        {
            InitialLevelSize = reader.ReadOptionalInt("scaleInitLevelSize"),
            SubsequentLevelSize = reader.ReadOptionalInt("scaleSubsLevelSize"),
            PriceIncrement = reader.ReadOptionalDecimal("scalePriceIncrement"),
        };
        return !terms.HasDetails ? terms : terms with
        {
            PriceAdjustValue = reader.ReadOptionalDecimal("scalePriceAdjustValue"),
            PriceAdjustIntervalSeconds = reader.ReadOptionalInt("scalePriceAdjustInterval"),
            ProfitOffset = reader.ReadOptionalDecimal("scaleProfitOffset"),
            AutoReset = reader.ReadBool("scaleAutoReset"),
            InitialPosition = reader.ReadOptionalInt("scaleInitPosition"),
            InitialFillQuantity = reader.ReadOptionalInt("scaleInitFillQty"),
            RandomPercent = reader.ReadBool("scaleRandomPercent"),
        };
    }

    /// <summary>Writes as clients do: an unset size is empty.</summary>
    internal void WriteRequest(FieldWriter writer)
    {
        writer.WriteOptionalInt(InitialLevelSize).WriteOptionalInt(SubsequentLevelSize);
        WriteRest(writer);
    }

    /// <summary>Writes as gateways do: an unset size is the largest number.</summary>
    internal void WriteReply(FieldWriter writer)
    {
        writer.WriteIntOrMaximum(InitialLevelSize).WriteIntOrMaximum(SubsequentLevelSize);
        WriteRest(writer);
    }

    private void WriteRest(FieldWriter writer)
    {
        writer.WriteOptionalDecimal(PriceIncrement);
        if (HasDetails)
        {
            writer
                .WriteOptionalDecimal(PriceAdjustValue)
                .WriteOptionalInt(PriceAdjustIntervalSeconds)
                .WriteOptionalDecimal(ProfitOffset)
                .WriteBool(AutoReset)
                .WriteOptionalInt(InitialPosition)
                .WriteOptionalInt(InitialFillQuantity)
                .WriteBool(RandomPercent);
        }
    }
}
