using System.Buffers;
using System.Buffers.Binary;

namespace SpyOptions.Tws.Wire;

/// <summary>Cuts a stream into frames. "More bytes are needed" exists here and nowhere else.</summary>
public static class FrameReader
{
    /// <summary>The longest payload that is accepted, bytes.</summary>
    public const int MaxFrameBytes = 0x00FF_FFFF;

    /// <summary>The length of the length prefix, bytes.</summary>
    public const int PrefixBytes = 4;

    /// <summary>Takes one frame from the front of a buffer.</summary>
    /// <param name="buffer">The unread bytes; moved past the frame when there was a whole one.</param>
    /// <param name="payload">The payload without its length prefix; valid as long as the buffer is.</param>
    /// <param name="maxFrameBytes">The longest payload to accept, bytes.</param>
    /// <returns>False when more bytes are needed.</returns>
    /// <exception cref="TwsProtocolException">The length exceeds the maximum. The stream cannot be read on from here.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> payload, int maxFrameBytes = MaxFrameBytes)
    {
        payload = default;
        if (buffer.Length < PrefixBytes)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[PrefixBytes];
        buffer.Slice(0, PrefixBytes).CopyTo(prefix);
        var length = ReadLength(prefix, maxFrameBytes);
        if (buffer.Length - PrefixBytes < length)
        {
            return false;
        }

        payload = buffer.Slice(PrefixBytes, length);
        buffer = buffer.Slice(payload.End);
        return true;
    }

    /// <summary>Takes one frame from the front of contiguous bytes, which is the fast path.</summary>
    /// <param name="buffer">The unread bytes; moved past the frame when there was a whole one.</param>
    /// <param name="payload">The payload without its length prefix.</param>
    /// <param name="maxFrameBytes">The longest payload to accept, bytes.</param>
    /// <returns>False when more bytes are needed.</returns>
    /// <exception cref="TwsProtocolException">The length exceeds the maximum. The stream cannot be read on from here.</exception>
    public static bool TryRead(ref ReadOnlySpan<byte> buffer, out ReadOnlySpan<byte> payload, int maxFrameBytes = MaxFrameBytes)
    {
        payload = default;
        if (buffer.Length < PrefixBytes)
        {
            return false;
        }

        var length = ReadLength(buffer, maxFrameBytes);
        if (buffer.Length - PrefixBytes < length)
        {
            return false;
        }

        payload = buffer.Slice(PrefixBytes, length);
        buffer = buffer[(PrefixBytes + length)..];
        return true;
    }

    private static int ReadLength(ReadOnlySpan<byte> prefix, int maxFrameBytes)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix);
        return length <= maxFrameBytes
            ? (int)length
            : throw new TwsProtocolException($"A frame announces {length} bytes; at most {maxFrameBytes} are accepted.");
    }
}
