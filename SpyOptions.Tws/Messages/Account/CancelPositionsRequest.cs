using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS request 64, <c>cancelPositions</c>. Example: <c>64|1</c></summary>
public sealed record CancelPositionsRequest : IRequest, IReadable<CancelPositionsRequest>
{
    internal const int MessageId = 64;

    /// <inheritdoc />
    public static CancelPositionsRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new();
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1);
}
