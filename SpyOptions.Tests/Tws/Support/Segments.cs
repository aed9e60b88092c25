using System.Buffers;

namespace SpyOptions.Tests.Tws.Support;

/// <summary>Makes buffers of many segments, as a pipe does.</summary>
internal sealed class Segments : ReadOnlySequenceSegment<byte>
{
    private Segments(ReadOnlyMemory<byte> memory, long index)
    {
        Memory = memory;
        RunningIndex = index;
    }

    public static ReadOnlySequence<byte> Of(byte[] bytes, int[] sizes)
    {
        Segments? first = null;
        Segments? last = null;
        for (int start = 0, piece = 0; start < bytes.Length; piece++)
        {
            var length = Math.Min(sizes[piece % sizes.Length], bytes.Length - start);
            var segment = new Segments(bytes.AsMemory(start, length), start);
            first ??= segment;
            last?.Next = segment;
            last = segment;
            start += length;
        }

        return first is null ? ReadOnlySequence<byte>.Empty : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }
}
