using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS message 63, <c>accountSummary</c>. Example: <c>63|1|8|DU1234567|NetLiquidation|100000.00|USD</c></summary>
/// <param name="RequestId">The request that this answers.</param>
/// <param name="Account">Whose.</param>
/// <param name="Tag">The name of the value.</param>
/// <param name="Value">The value; not always a number.</param>
/// <param name="Currency">Its currency; empty for what is no amount.</param>
public sealed record AccountSummary(int RequestId, string Account, string Tag, string Value, string Currency) : IReply, IReadable<AccountSummary>
{
    internal const int MessageId = 63;

    /// <inheritdoc />
    public static AccountSummary Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(
            RequestId: reader.ReadInt("reqId"),
            Account: reader.ReadText("account"),
            Tag: reader.ReadText("tag"),
            Value: reader.ReadText("value"),
            Currency: reader.ReadText("currency"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) =>
        writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId).WriteText(Account).WriteText(Tag).WriteText(Value).WriteText(Currency);
}
