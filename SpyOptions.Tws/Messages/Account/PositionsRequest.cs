using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS request 61, <c>reqPositions</c>: all positions, then changes. Example: <c>61|1</c></summary>
public sealed record PositionsRequest : IRequest, IReadable<PositionsRequest>
{
    internal const int MessageId = 61;

    /// <inheritdoc />
    public static PositionsRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new();
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1);
}
