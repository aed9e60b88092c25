using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>The five fields of an order of type <c>PEG BENCH</c>. Example: <c>756733|0|0.05|0.1|ARCA</c></summary>
/// <param name="ReferenceConId">The contract to follow.</param>
/// <param name="IsDecrease">Whether the price falls as the reference rises.</param>
/// <param name="PeggedChange">By how much the price moves, USD.</param>
/// <param name="ReferenceChange">Per how much of the reference, USD.</param>
/// <param name="ReferenceExchange">Where the reference is watched.</param>
public sealed record PegBenchmarkTerms(int ReferenceConId, bool IsDecrease, decimal PeggedChange, decimal ReferenceChange, string ReferenceExchange)
    : IReadable<PegBenchmarkTerms>
{
    /// <summary>All empty, for an order that says nothing about its reference.</summary>
    public static PegBenchmarkTerms None { get; } = new(0, false, 0, 0, "");

    /// <inheritdoc />
    public static PegBenchmarkTerms Read(ref FieldReader reader) => new(
        ReferenceConId: reader.ReadInt("referenceContractId"),
        IsDecrease: reader.ReadBool("isPeggedChangeAmountDecrease"),
        PeggedChange: reader.ReadDecimal("peggedChangeAmount"),
        ReferenceChange: reader.ReadDecimal("referenceChangeAmount"),
        ReferenceExchange: reader.ReadText("referenceExchangeId"));

    internal static PegBenchmarkTerms ReadWhen(bool isPresent, ref FieldReader reader) => isPresent ? Read(ref reader) : None;

    internal void Write(FieldWriter writer) =>
        writer.WriteInt(ReferenceConId).WriteBool(IsDecrease).WriteDecimal(PeggedChange).WriteDecimal(ReferenceChange).WriteText(ReferenceExchange);
}
