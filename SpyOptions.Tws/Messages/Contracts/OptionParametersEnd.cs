using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>TWS message 76, <c>secDefOptParamsEnd</c>. Example: <c>76|3</c></summary>
/// <param name="RequestId">The request that is complete.</param>
public sealed record OptionParametersEnd(int RequestId) : IReply, IReadable<OptionParametersEnd>
{
    internal const int MessageId = 76;

    /// <inheritdoc />
    public static OptionParametersEnd Read(ref FieldReader reader) => new(reader.ReadInt("reqId"));

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(RequestId);
}
