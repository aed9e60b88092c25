using System.Buffers;
using System.Text;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Support;

/// <summary>Payloads as the documents print them, with | for the NUL that ends a field.</summary>
internal static class WireText
{
    /// <summary>The bytes of a payload; the last NUL is not printed.</summary>
    public static byte[] Payload(string text) => Payload(text.Split('|'));

    public static byte[] Payload(IEnumerable<string> fields) => Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => field + '\0')));

    public static byte[] Frame(byte[] payload)
    {
        var output = new ArrayBufferWriter<byte>();
        FrameWriter.WritePayload(output, payload);
        return output.WrittenSpan.ToArray();
    }

    public static byte[] Encode(ITwsMessage message, int serverVersion)
    {
        var output = new ArrayBufferWriter<byte>();
        message.Write(new FieldWriter(output, serverVersion));
        return output.WrittenSpan.ToArray();
    }

    public static string[] Fields(ReadOnlySpan<byte> payload)
    {
        var text = Encoding.UTF8.GetString(payload);
        Assert.EndsWith("\0", text, StringComparison.Ordinal);
        return text[..^1].Split('\0');
    }

    public static string Print(ITwsMessage message, int serverVersion) => string.Join('|', Fields(Encode(message, serverVersion)));

    public static IReply Reply(byte[] payload, int serverVersion)
    {
        var decoder = new ReplyDecoder();
        var handler = new CollectingHandler();
        decoder.Dispatch(payload, serverVersion, handler);
        Assert.Equal(0, decoder.Counters.SurplusFields);
        Assert.Equal(0, decoder.Counters.UnknownMessages);
        return Assert.Single(handler.Replies);
    }

    public static IRequest Request(byte[] payload, int serverVersion)
    {
        var counters = new WireCounters();
        var request = RequestDecoder.Read(payload, serverVersion, counters);
        Assert.Equal(0, counters.SurplusFields);
        Assert.Equal(0, counters.UnknownMessages);
        return Assert.IsType<IRequest>(request, exactMatch: false);
    }
}
