using System.Buffers;
using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Wire;

public sealed class FieldWriterTests
{
    [Fact]
    public void Unset_values_are_empty_fields()
    {
        var output = new ArrayBufferWriter<byte>();
        new FieldWriter(output, 178).WriteOptionalInt(null).WriteOptionalDouble(null).WriteOptionalDecimal(null).WriteOptionalBool(null).WriteText(null);
        Assert.Equal(["", "", "", "", ""], WireText.Fields(output.WrittenSpan));
    }

    [Fact]
    public void A_NUL_inside_a_text_is_refused_and_leaves_nothing_behind()
    {
        var output = new ArrayBufferWriter<byte>();
        var frames = new FrameWriter(output, 178);
        Assert.Throws<TwsProtocolException>(() => frames.Write(new StartApiRequest(7, "a\0b")));
        Assert.Equal(0, output.WrittenCount);
        Assert.Equal(12, frames.Write(new StartApiRequest(7)));
        Assert.Equal("0000000837310032003700" + "00", Convert.ToHexStringLower(output.WrittenSpan));
    }

    [Fact]
    public void A_client_sends_printable_ASCII_only()
    {
        var contract = new Contract { Symbol = "SPÝ" };
        var frames = new FrameWriter(new ArrayBufferWriter<byte>(), 178, printableAsciiOnly: true);
        Assert.Throws<TwsProtocolException>(() => frames.Write(new MarketDataRequest(1, contract)));
        Assert.Throws<TwsProtocolException>(() => frames.Write(new StartApiRequest(7, "\u0007")));
    }

    [Fact]
    public void A_server_escapes_what_is_not_ASCII_in_error_texts()
    {
        var notice = new ErrorNotice(-1, 399, "Benoît");
        Assert.Equal("4|2|-1|399|Beno\\u00eet|", WireText.Print(notice, 178));
        Assert.Equal(notice, WireText.Reply(WireText.Encode(notice, 178), 178));
    }

    [Fact]
    public void NaN_is_refused() =>
        Assert.Throws<TwsProtocolException>(() => WireText.Encode(new TickGeneric(1, TickType.Halted, double.NaN), 178));
}
