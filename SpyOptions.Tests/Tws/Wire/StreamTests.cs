using System.Buffers;
using CsCheck;
using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Wire;

public sealed class StreamTests
{
    private static readonly byte[] Stream = [.. Examples.Replies.SelectMany(text => WireText.Frame(WireText.Payload(text)))];

    [Fact]
    public void Any_split_of_the_stream_gives_the_same_messages() =>
        Gen.Int[1, 200].Array[1, 60].Sample(sizes => Decode(Stream, sizes).Select(Print).SequenceEqual(Examples.Replies), print: Describe);

    [Fact]
    public void Single_bytes_give_the_same_messages() => Assert.Equal(Examples.Replies, Decode(Stream, [1]).Select(Print));

    [Fact]
    public void One_burst_gives_the_same_messages() => Assert.Equal(Examples.Replies, Decode(Stream, [Stream.Length]).Select(Print));

    [Fact]
    public void A_buffer_of_any_segments_gives_the_same_messages() =>
        Gen.Int[1, 200].Array[1, 60].Sample(sizes =>
        {
            var buffer = Segments.Of(Stream, sizes);
            var handler = new CollectingHandler();
            var frames = new ReplyDecoder().DispatchAll(ref buffer, 178, handler);
            return frames == Examples.Replies.Length && buffer.IsEmpty && handler.Replies.Select(Print).SequenceEqual(Examples.Replies);
        }, print: Describe);

    [Fact]
    public void A_torn_last_frame_stays_in_the_buffer()
    {
        var buffer = new ReadOnlySequence<byte>(Stream, 0, Stream.Length - 1);
        var handler = new CollectingHandler();
        Assert.Equal(Examples.Replies.Length - 1, new ReplyDecoder().DispatchAll(ref buffer, 178, handler));
        Assert.Equal(WireText.Payload(Examples.Replies[^1]).Length + FrameReader.PrefixBytes - 1, buffer.Length);
    }

    [Fact]
    public void A_frame_that_announces_too_much_ends_the_stream_with_an_error()
    {
        var buffer = new ReadOnlySequence<byte>([0x01, 0, 0, 0]);
        Assert.Throws<TwsProtocolException>(() => new ReplyDecoder().DispatchAll(ref buffer, 178, new CollectingHandler()));
        var small = new ReadOnlySequence<byte>([0, 0, 0, 9]);
        Assert.Throws<TwsProtocolException>(() => FrameReader.TryRead(ref small, out _, maxFrameBytes: 8));
    }

    /// <summary>Feeds the stream in pieces of the given sizes, over and over, and keeps what was not taken, as a pipe does.</summary>
    private static List<IReply> Decode(byte[] stream, int[] sizes)
    {
        var decoder = new ReplyDecoder();
        var handler = new CollectingHandler();
        var kept = Array.Empty<byte>();
        for (int start = 0, piece = 0; start < stream.Length; piece++)
        {
            var length = Math.Min(sizes[piece % sizes.Length], stream.Length - start);
            var buffer = new ReadOnlySequence<byte>([.. kept, .. stream.AsSpan(start, length)]);
            decoder.DispatchAll(ref buffer, 178, handler);
            kept = buffer.ToArray();
            start += length;
        }

        Assert.Empty(kept);
        Assert.Empty(handler.Errors);
        return handler.Replies;
    }

    private static string Print(IReply reply) => WireText.Print(reply, 178);

    private static string Describe(int[] sizes) => $"pieces of {string.Join(',', sizes)} bytes";
}
