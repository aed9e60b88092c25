using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Session;

/// <summary>TWS request 49, <c>reqCurrentTime</c>. Example: <c>49|1</c></summary>
public sealed record CurrentTimeRequest : IRequest, IReadable<CurrentTimeRequest>
{
    internal const int MessageId = 49;

    /// <inheritdoc />
    public static CurrentTimeRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new();
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1);
}
