using System.Buffers;
using System.Text;
using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Wire;

public sealed class HandshakeTests
{
    [Theory]
    [InlineData("v176..178", 176, 178, "")]
    [InlineData("v176..176\0", 176, 176, "")]
    [InlineData("v157..178 +PACEAPI", 157, 178, "+PACEAPI")]
    [InlineData("v176", 176, 176, "")]
    public void The_range_ends_at_the_first_NUL_or_space(string text, int minimum, int maximum, string options)
    {
        var buffer = new ReadOnlySequence<byte>(Hello(text));
        Assert.True(ClientHello.TryRead(ref buffer, out var hello));
        Assert.Equal(new ClientHello(new ServerVersionRange(minimum, maximum), options), hello);
        Assert.True(buffer.IsEmpty);
    }

    [Fact]
    public void Our_own_hello_has_the_documented_bytes()
    {
        var output = new ArrayBufferWriter<byte>();
        new ClientHello(ServerVersionRange.Default).Write(output);
        Assert.Equal("41504900000000097631 37362e2e313738".Replace(" ", "", StringComparison.Ordinal), Convert.ToHexStringLower(output.WrittenSpan));
    }

    [Fact]
    public void A_hello_may_come_byte_by_byte_and_with_a_request_behind_it()
    {
        byte[] start = WireText.Frame(WireText.Payload("71|2|7|"));
        byte[] bytes = [.. Hello("v176..176\0"), .. start];
        for (var length = 0; length < bytes.Length; length++)
        {
            var buffer = new ReadOnlySequence<byte>(bytes, 0, length);
            var isWhole = length >= bytes.Length - start.Length;
            Assert.Equal(isWhole, ClientHello.TryRead(ref buffer, out _));
            Assert.Equal(isWhole ? length - (bytes.Length - start.Length) : length, buffer.Length);
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("APx")]
    public void Another_protocol_is_refused_at_the_first_wrong_byte(string text) =>
        Assert.Throws<TwsProtocolException>(() => Read(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("176..178")]
    [InlineData("v178..176")]
    [InlineData("va..b")]
    [InlineData("v1..2..3")]
    public void A_wrong_range_is_an_error_that_names_it(string text) =>
        Assert.Equal("versionRange", Assert.Throws<TwsProtocolException>(() => Read(Hello(text))).Field);

    [Fact]
    public void A_hello_that_announces_too_much_is_refused_at_once() =>
        Assert.Throws<TwsProtocolException>(() => Read([.. "API\0"u8, 0, 1, 0, 0]));

    [Theory]
    [InlineData("178|20261004 12:00:00 China Standard Time", 178)]
    [InlineData("176|", 176)]
    public void The_version_reply_has_two_fields(string text, int version)
    {
        Assert.True(ServerHello.TryRead(WireText.Payload(text), out var hello));
        Assert.Equal(version, hello!.ServerVersion);
        Assert.Equal(text, WireText.Print(hello, 0));
    }

    [Theory]
    [InlineData("9|1|100")]
    [InlineData("178")]
    public void Another_message_is_not_taken_for_the_version_reply(string text) => Assert.False(ServerHello.TryRead(WireText.Payload(text), out _));

    [Theory]
    [InlineData("-1|host:4001")]
    [InlineData("x|y")]
    public void A_redirect_is_a_failure(string text) =>
        Assert.Equal("serverVersion", Assert.Throws<TwsProtocolException>(() => ServerHello.TryRead(WireText.Payload(text), out _)).Field);

    [Theory]
    [InlineData(176, 178, 178)]
    [InlineData(157, 178, 178)]
    [InlineData(100, 177, 177)]
    [InlineData(176, 176, 176)]
    [InlineData(178, 225, 178)]
    [InlineData(100, 175, null)]
    [InlineData(179, 200, null)]
    public void The_highest_version_that_both_accept_is_chosen(int minimum, int maximum, int? expected) =>
        Assert.Equal(expected, ServerVersionRange.Default.Negotiate(new ServerVersionRange(minimum, maximum)));

    [Theory]
    [InlineData(176, 178, true)]
    [InlineData(178, 178, true)]
    [InlineData(176, 179, false)]
    [InlineData(175, 178, false)]
    [InlineData(178, 176, false)]
    public void No_range_reaches_a_version_whose_layouts_are_unknown(int minimum, int maximum, bool expected) =>
        Assert.Equal(expected, new ServerVersionRange(minimum, maximum).IsSupported);

    private static byte[] Hello(string text) => [.. "API\0"u8, .. WireText.Frame(Encoding.ASCII.GetBytes(text))];

    private static bool Read(byte[] bytes)
    {
        var buffer = new ReadOnlySequence<byte>(bytes);
        return ClientHello.TryRead(ref buffer, out _);
    }
}
