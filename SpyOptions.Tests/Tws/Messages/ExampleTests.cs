using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Messages;

public sealed class ExampleTests
{
    public static TheoryData<string> Requests { get; } = [.. Examples.Requests];

    public static TheoryData<string> Replies { get; } = [.. Examples.Replies];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_reads_and_writes_itself(string text) =>
        Assert.Equal(text, WireText.Print(WireText.Request(WireText.Payload(text), 178), 178));

    [Theory]
    [MemberData(nameof(Replies))]
    public void A_reply_reads_and_writes_itself(string text) =>
        Assert.Equal(text, WireText.Print(WireText.Reply(WireText.Payload(text), 178), 178));

    [Theory]
    [InlineData(Examples.PlainOrder176, 115)]
    [InlineData(Examples.OpenOrder176, 136)]
    public void Version_176_carries_one_field_more(string text, int fields)
    {
        var payload = WireText.Payload(text);
        Assert.Equal(fields, WireText.Fields(payload).Length);
        ITwsMessage message = text[0] == '3' ? WireText.Request(payload, 176) : WireText.Reply(payload, 176);
        Assert.Equal(text, WireText.Print(message, 176));
        Assert.Equal(fields - 1, WireText.Fields(WireText.Encode(message, 178)).Length);
    }

    [Fact]
    public void Every_message_has_an_example()
    {
        var shown = Examples.Requests.Select(text => (ITwsMessage)WireText.Request(WireText.Payload(text), 178))
            .Concat(Examples.Replies.Select(text => WireText.Reply(WireText.Payload(text), 178)))
            .Select(message => message.GetType())
            .ToHashSet();
        var all = typeof(ITwsMessage).Assembly.GetTypes()
            .Where(type => !type.IsInterface && (typeof(IRequest).IsAssignableFrom(type) || typeof(IReply).IsAssignableFrom(type)));
        Assert.Empty(all.Except(shown));
    }

    [Fact]
    public void Every_field_that_is_cut_off_is_named()
    {
        foreach (var text in Examples.Replies)
        {
            AssertEachCutIsNamed(text, payload => WireText.Reply(payload, 178));
        }

        foreach (var text in Examples.Requests)
        {
            AssertEachCutIsNamed(text, payload => WireText.Request(payload, 178));
        }
    }

    private static void AssertEachCutIsNamed(string text, Func<byte[], ITwsMessage> read)
    {
        var fields = text.Split('|');
        for (var count = 1; count < fields.Length; count++)
        {
            var error = Assert.Throws<TwsProtocolException>(() => read(WireText.Payload(fields.Take(count))));
            Assert.Equal(fields[0], error.MessageId?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.False(string.IsNullOrEmpty(error.Field));
            Assert.Contains($"'{error.Field}'", error.Message, StringComparison.Ordinal);
        }
    }
}
