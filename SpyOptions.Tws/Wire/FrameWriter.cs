using System.Buffers;
using System.Buffers.Binary;

namespace SpyOptions.Tws.Wire;

/// <summary>
/// Writes messages as frames: a 4-byte big-endian length, then the payload. A message that cannot be written leaves no trace in the output.
/// Not thread-safe.
/// </summary>
public sealed class FrameWriter
{
    private readonly IBufferWriter<byte> output;
    private readonly ArrayBufferWriter<byte> payload = new(512);
    private readonly FieldWriter fields;

    /// <summary>Writes frames to a buffer.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="serverVersion">The negotiated version.</param>
    /// <param name="printableAsciiOnly">Whether text beyond printable ASCII is refused, as TWS asks of clients.</param>
    public FrameWriter(IBufferWriter<byte> output, int serverVersion, bool printableAsciiOnly = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
        fields = new FieldWriter(payload, serverVersion, printableAsciiOnly);
    }

    /// <summary>Writes one message as one frame.</summary>
    /// <typeparam name="T">The type of the message.</typeparam>
    /// <param name="message">The message.</param>
    /// <returns>The number of bytes written, the length prefix included.</returns>
    /// <exception cref="TwsProtocolException">The message holds something that has no form on the wire, or is too long for a frame.</exception>
    public int Write<T>(in T message)
        where T : ITwsMessage
    {
        payload.ResetWrittenCount();
        message.Write(fields);
        return WritePayload(output, payload.WrittenSpan);
    }

    internal static int WritePayload(IBufferWriter<byte> output, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > FrameReader.MaxFrameBytes)
        {
            throw new TwsProtocolException($"A message of {payload.Length} bytes is longer than a frame may be ({FrameReader.MaxFrameBytes}).");
        }

        var length = FrameReader.PrefixBytes + payload.Length;
        var span = output.GetSpan(length);
        BinaryPrimitives.WriteUInt32BigEndian(span, (uint)payload.Length);
        payload.CopyTo(span[FrameReader.PrefixBytes..]);
        output.Advance(length);
        return length;
    }
}
