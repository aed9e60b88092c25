using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>
/// TWS request 9, <c>reqContractDetails</c>: a partly filled contract asks for all that match.
/// Example: <c>9|8|1|0|SPY|STK||0|||SMART||USD|||0|||</c>
/// </summary>
/// <param name="RequestId">Comes back with each reply.</param>
/// <param name="Contract">What to look for.</param>
/// <param name="IncludeExpired">Whether expired futures count.</param>
/// <param name="SecIdType">The kind of <paramref name="SecId"/>, for instance <c>ISIN</c>; usually empty.</param>
/// <param name="SecId">An identifier to look for; usually empty.</param>
/// <param name="IssuerId">The issuer of a bond; usually empty.</param>
public sealed record ContractDetailsRequest(
    int RequestId,
    Contract Contract,
    bool IncludeExpired = false,
    string SecIdType = "",
    string SecId = "",
    string IssuerId = "") : IRequest, IReadable<ContractDetailsRequest>
{
    internal const int MessageId = 9;

    /// <inheritdoc />
    public static ContractDetailsRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(
            RequestId: reader.ReadInt("reqId"),
            Contract: Contract.Read(ref reader),
            IncludeExpired: reader.ReadBool("includeExpired"),
            SecIdType: reader.ReadText("secIdType"),
            SecId: reader.ReadText("secId"),
            IssuerId: reader.ReadText("issuerId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(8).WriteInt(RequestId);
        Contract.Write(writer);
        writer.WriteBool(IncludeExpired).WriteText(SecIdType).WriteText(SecId).WriteText(IssuerId);
    }
}
