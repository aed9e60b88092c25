using System.Buffers;
using System.Globalization;

namespace SpyOptions.Tws.Wire;

/// <summary>
/// The first bytes of a client: <c>API</c> and NUL outside any frame, then a frame with the range and its options.
/// Example: <c>41 50 49 00 | 00 00 00 09 | v176..178</c>
/// </summary>
/// <param name="Versions">The server versions that the client accepts; a client may ask for any.</param>
/// <param name="Options">What followed the range after a space, for instance <c>+PACEAPI</c>; usually empty.</param>
public sealed record ClientHello(ServerVersionRange Versions, string Options = "")
{
    /// <summary>The longest range text that is accepted, bytes.</summary>
    public const int MaxTextBytes = 4096;

    private static ReadOnlySpan<byte> Prefix => "API\0"u8;

    /// <summary>Takes the hello from the front of a buffer, and leaves what a client sent right behind it.</summary>
    /// <param name="buffer">The unread bytes; moved past the hello when it was whole.</param>
    /// <param name="hello">The hello, or null when more bytes are needed.</param>
    /// <returns>False when more bytes are needed.</returns>
    /// <exception cref="TwsProtocolException">The bytes are not the hello of a TWS client.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, out ClientHello? hello)
    {
        hello = null;
        Span<byte> start = stackalloc byte[Prefix.Length];
        var available = (int)Math.Min(buffer.Length, Prefix.Length);
        buffer.Slice(0, available).CopyTo(start);
        if (!start[..available].SequenceEqual(Prefix[..available]))
        {
            throw new TwsProtocolException("The connection does not begin with 'API' and a NUL: this is not a TWS client.");
        }

        var rest = buffer.Slice(available);
        if (available < Prefix.Length || !FrameReader.TryRead(ref rest, out var payload, MaxTextBytes))
        {
            return false;
        }

        hello = Parse(FieldReader.Decode(payload.ToArray()));
        buffer = rest;
        return true;
    }

    /// <summary>Writes the hello.</summary>
    /// <param name="output">Where the bytes go.</param>
    public void Write(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Prefix);
        var text = Options.Length == 0 ? Versions.ToString() : $"{Versions} {Options}";
        FrameWriter.WritePayload(output, System.Text.Encoding.ASCII.GetBytes(text));
    }

    private static ClientHello Parse(string text)
    {
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        var line = end < 0 ? text : text[..end];
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var range = space < 0 ? line : line[..space];
        var options = space < 0 ? "" : line[(space + 1)..];
        var bounds = range.StartsWith('v') ? range[1..].Split("..") : [];
        if (bounds.Length is 1 or 2 && TryParseVersion(bounds[0], out var minimum) && TryParseVersion(bounds[^1], out var maximum) && minimum <= maximum)
        {
            return new ClientHello(new ServerVersionRange(minimum, maximum), options);
        }

        throw new TwsProtocolException("The version range of the client is not of the form v176..178.", null, "versionRange");
    }

    private static bool TryParseVersion(string text, out int version) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out version);
}
