using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Session;

/// <summary>TWS message 49, <c>currentTime</c>. Example: <c>49|1|1791129600</c></summary>
/// <param name="UnixSeconds">The server's time, seconds since 1970 UTC.</param>
public sealed record CurrentTime(long UnixSeconds) : IReply, IReadable<CurrentTime>
{
    internal const int MessageId = 49;

    /// <inheritdoc />
    public static CurrentTime Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadLong("time"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteLong(UnixSeconds);
}
