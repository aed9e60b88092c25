using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS message 73, <c>accountUpdateMulti</c>. Example: <c>73|1|10|DU1234567||NetLiquidation|100000.00|USD</c></summary>
/// <param name="RequestId">The request that this answers.</param>
/// <param name="Account">Whose.</param>
/// <param name="ModelCode">A model portfolio; usually empty.</param>
/// <param name="Key">The name of the value.</param>
/// <param name="Value">The value; not always a number.</param>
/// <param name="Currency">Its currency; empty for what is no amount.</param>
public sealed record AccountUpdateMulti(int RequestId, string Account, string ModelCode, string Key, string Value, string Currency)
    : IReply, IReadable<AccountUpdateMulti>
{
    internal const int MessageId = 73;

    /// <inheritdoc />
    public static AccountUpdateMulti Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(
            RequestId: reader.ReadInt("reqId"),
            Account: reader.ReadText("account"),
            ModelCode: reader.ReadText("modelCode"),
            Key: reader.ReadText("key"),
            Value: reader.ReadText("value"),
            Currency: reader.ReadText("currency"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(1)
        .WriteInt(RequestId)
        .WriteText(Account)
        .WriteText(ModelCode)
        .WriteText(Key)
        .WriteText(Value)
        .WriteText(Currency);
}
