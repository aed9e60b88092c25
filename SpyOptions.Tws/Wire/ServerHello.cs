namespace SpyOptions.Tws.Wire;

/// <summary>
/// The first frame of a server: no message id, two fields. Example: <c>178|20261004 12:00:00 EST</c>
/// </summary>
/// <param name="ServerVersion">The negotiated version.</param>
/// <param name="ConnectionTime">The server's local time as text; the name of the zone may hold spaces.</param>
public sealed record ServerHello(int ServerVersion, string ConnectionTime) : ITwsMessage
{
    private const int FieldCount = 2;

    /// <summary>Reads the hello, if the payload is one: other messages were seen before it.</summary>
    /// <param name="payload">The payload of a frame.</param>
    /// <param name="hello">The hello, or null when the payload does not have exactly two fields.</param>
    /// <returns>Whether the payload was the hello.</returns>
    /// <exception cref="TwsProtocolException">The version is no number, or it asks for a redirect (-1), which is not supported.</exception>
    public static bool TryRead(ReadOnlySpan<byte> payload, out ServerHello? hello)
    {
        hello = null;
        var reader = new FieldReader(payload, 0);
        if (reader.Remaining != FieldCount)
        {
            return false;
        }

        hello = new ServerHello(reader.ReadInt("serverVersion"), reader.ReadText("connectionTime"));
        return hello.ServerVersion > 0
            ? true
            : throw new TwsProtocolException($"The server answered version {hello.ServerVersion} ('{hello.ConnectionTime}').", null, "serverVersion");
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteInt(ServerVersion).WriteText(ConnectionTime);
    }
}
