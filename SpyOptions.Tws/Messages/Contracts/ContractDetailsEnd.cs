using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>TWS message 52, <c>contractDataEnd</c>. Example: <c>52|1|2</c></summary>
/// <param name="RequestId">The request that is complete.</param>
public sealed record ContractDetailsEnd(int RequestId) : IReply, IReadable<ContractDetailsEnd>
{
    internal const int MessageId = 52;

    /// <inheritdoc />
    public static ContractDetailsEnd Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("reqId"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(RequestId);
}
