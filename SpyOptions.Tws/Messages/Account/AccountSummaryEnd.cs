using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS message 64, <c>accountSummaryEnd</c>. Example: <c>64|1|8</c></summary>
/// <param name="RequestId">The request whose first round is complete.</param>
public sealed record AccountSummaryEnd(int RequestId) : IReply, IReadable<AccountSummaryEnd>
{
    internal const int MessageId = 64;

    /// <inheritdoc />
    public static AccountSummaryEnd Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId);
}
