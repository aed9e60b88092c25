using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS message 74, <c>accountUpdateMultiEnd</c>. Example: <c>74|1|10</c></summary>
/// <param name="RequestId">The request whose first round is complete.</param>
public sealed record AccountUpdateMultiEnd(int RequestId) : IReply, IReadable<AccountUpdateMultiEnd>
{
    internal const int MessageId = 74;

    /// <inheritdoc />
    public static AccountUpdateMultiEnd Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId);
}
