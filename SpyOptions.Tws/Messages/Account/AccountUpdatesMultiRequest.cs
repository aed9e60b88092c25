using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS request 76, <c>reqAccountUpdatesMulti</c>. Example: <c>76|1|10|DU1234567||1</c></summary>
/// <param name="RequestId">Comes back with each value.</param>
/// <param name="Account">Whose.</param>
/// <param name="ModelCode">A model portfolio; usually empty.</param>
/// <param name="LedgerAndNetLiquidation">Whether only the ledger and the net liquidation value are wanted.</param>
public sealed record AccountUpdatesMultiRequest(int RequestId, string Account, string ModelCode = "", bool LedgerAndNetLiquidation = false)
    : IRequest, IReadable<AccountUpdatesMultiRequest>
{
    internal const int MessageId = 76;

    /// <inheritdoc />
    public static AccountUpdatesMultiRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"), reader.ReadText("account"), reader.ReadText("modelCode"), reader.ReadBool("ledgerAndNLV"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) =>
        writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId).WriteText(Account).WriteText(ModelCode).WriteBool(LedgerAndNetLiquidation);
}
