using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS message 6, <c>accountValue</c>. Example: <c>6|2|NetLiquidation|100000.00|USD|DU1234567</c></summary>
/// <param name="Key">The name of the value.</param>
/// <param name="Value">The value; not always a number.</param>
/// <param name="Currency">Its currency; empty for what is no amount.</param>
/// <param name="Account">Whose.</param>
public sealed record AccountValue(string Key, string Value, string Currency, string Account) : IReply, IReadable<AccountValue>
{
    internal const int MessageId = 6;

    /// <inheritdoc />
    public static AccountValue Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadText("key"), reader.ReadText("value"), reader.ReadText("currency"), reader.ReadText("accountName"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) =>
        writer.WriteInt(MessageId).WriteInt(2).WriteText(Key).WriteText(Value).WriteText(Currency).WriteText(Account);
}
