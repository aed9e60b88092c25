using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Session;

/// <summary>TWS request 8, <c>reqIds</c>: asks for the next order id. Example: <c>8|1|1</c></summary>
/// <param name="Count">Ignored by the server.</param>
public sealed record IdsRequest(int Count = 1) : IRequest, IReadable<IdsRequest>
{
    internal const int MessageId = 8;

    /// <inheritdoc />
    public static IdsRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("numIds"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(Count);
}
