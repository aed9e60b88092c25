using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS message 62, <c>positionEnd</c>. Example: <c>62|1</c></summary>
public sealed record PositionsEnd : IReply, IReadable<PositionsEnd>
{
    internal const int MessageId = 62;

    /// <inheritdoc />
    public static PositionsEnd Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new();
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1);
}
