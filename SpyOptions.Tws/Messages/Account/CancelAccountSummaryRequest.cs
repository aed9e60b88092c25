using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS request 63, <c>cancelAccountSummary</c>. Example: <c>63|1|8</c></summary>
/// <param name="RequestId">The request to end.</param>
public sealed record CancelAccountSummaryRequest(int RequestId) : IRequest, IReadable<CancelAccountSummaryRequest>
{
    internal const int MessageId = 63;

    /// <inheritdoc />
    public static CancelAccountSummaryRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId);
}
