using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Session;

/// <summary>TWS request 14, <c>setServerLogLevel</c>. Example: <c>14|1|2</c></summary>
/// <param name="Level">From 1 (system) to 5 (detail).</param>
public sealed record ServerLogLevelRequest(int Level) : IRequest, IReadable<ServerLogLevelRequest>
{
    internal const int MessageId = 14;

    /// <inheritdoc />
    public static ServerLogLevelRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("logLevel"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteInt(Level);
}
