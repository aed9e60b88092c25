using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Session;

/// <summary>TWS message 15, <c>managedAccounts</c>. Example: <c>15|1|DU1,DU2</c></summary>
/// <param name="Accounts">The accounts; the empty one behind a trailing comma is dropped.</param>
public sealed record ManagedAccounts(IReadOnlyList<string> Accounts) : IReply, IReadable<ManagedAccounts>
{
    internal const int MessageId = 15;

    /// <inheritdoc />
    public static ManagedAccounts Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadText("accountsList").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteText(string.Join(',', Accounts));
}
