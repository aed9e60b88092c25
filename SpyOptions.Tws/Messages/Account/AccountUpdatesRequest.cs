using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS request 6, <c>reqAccountUpdates</c>. Example: <c>6|2|1|DU1234567</c></summary>
/// <param name="Subscribe">False ends the updates.</param>
/// <param name="Account">Whose.</param>
public sealed record AccountUpdatesRequest(bool Subscribe, string Account) : IRequest, IReadable<AccountUpdatesRequest>
{
    internal const int MessageId = 6;

    /// <inheritdoc />
    public static AccountUpdatesRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadBool("subscribe"), reader.ReadText("acctCode"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(2).WriteBool(Subscribe).WriteText(Account);
}
