using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS message 54, <c>accountDownloadEnd</c>. Example: <c>54|1|DU1234567</c></summary>
/// <param name="Account">Whose first round of values is complete.</param>
public sealed record AccountDownloadEnd(string Account) : IReply, IReadable<AccountDownloadEnd>
{
    internal const int MessageId = 54;

    /// <inheritdoc />
    public static AccountDownloadEnd Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadText("accountName"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteText(Account);
}
