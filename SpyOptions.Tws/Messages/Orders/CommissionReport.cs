using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// TWS message 59, <c>commissionReport</c>: follows its execution, maybe seconds later. Example:
/// <c>59|1|0000e0d5.6a1f2b3c.01.01|0.65|USD|1.7976931348623157E308|1.7976931348623157E308|0</c>
/// </summary>
/// <param name="ExecId">The execution.</param>
/// <param name="Commission">In <paramref name="Currency"/>; null when unset, and -1 was seen for one that is pending.</param>
/// <param name="Currency">The currency of the commission.</param>
/// <param name="RealizedPnl">Null when unset.</param>
/// <param name="Yield">Null when unset.</param>
/// <param name="YieldRedemptionDate">As <c>yyyyMMdd</c>; 0 for none.</param>
public sealed record CommissionReport(
    string ExecId,
    decimal? Commission,
    string Currency,
    decimal? RealizedPnl,
    decimal? Yield,
    int YieldRedemptionDate) : IReply, IReadable<CommissionReport>
{
    internal const int MessageId = 59;

    /// <inheritdoc />
    public static CommissionReport Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(
            ExecId: reader.ReadText("execId"),
            Commission: reader.ReadOptionalDecimal("commission"),
            Currency: reader.ReadText("currency"),
            RealizedPnl: reader.ReadOptionalDecimal("realizedPNL"),
            Yield: reader.ReadOptionalDecimal("yield"),
            YieldRedemptionDate: reader.ReadInt("yieldRedemptionDate"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(1)
        .WriteText(ExecId)
        .WriteDecimalOrMaximum(Commission)
        .WriteText(Currency)
        .WriteDecimalOrMaximum(RealizedPnl)
        .WriteDecimalOrMaximum(Yield)
        .WriteInt(YieldRedemptionDate);
}
