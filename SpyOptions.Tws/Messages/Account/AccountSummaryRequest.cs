using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS request 62, <c>reqAccountSummary</c>. Example: <c>62|1|8|All|NetLiquidation,BuyingPower</c></summary>
/// <param name="RequestId">Comes back with each value.</param>
/// <param name="Group"><c>All</c>, or a group of accounts.</param>
/// <param name="Tags">The values to send, comma separated.</param>
public sealed record AccountSummaryRequest(int RequestId, string Group, string Tags) : IRequest, IReadable<AccountSummaryRequest>
{
    internal const int MessageId = 62;

    /// <inheritdoc />
    public static AccountSummaryRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"), reader.ReadText("group"), reader.ReadText("tags"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId).WriteText(Group).WriteText(Tags);
}
