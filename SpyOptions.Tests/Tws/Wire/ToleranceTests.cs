using System.Buffers;
using CsCheck;
using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Wire;

public sealed class ToleranceTests
{
    private static readonly string[] Words =
        ["", "0", "1", "BAG", "None", "PEG BENCH", "PEG BEST", "IBKRATS", "1E400", "Infinity", "-", "\\u12", "1.7976931348623157E308"];

    private static readonly byte[][] Payloads = [.. Examples.Replies.Concat(Examples.Requests).Select(WireText.Payload)];

    private readonly ReplyDecoder decoder = new();
    private readonly CollectingHandler handler = new();

    [Fact]
    public void A_short_message_is_an_error_that_names_message_and_field()
    {
        var error = Assert.Throws<TwsProtocolException>(() => decoder.Dispatch(WireText.Payload("3|100|Filled|1"), 178, handler));
        Assert.Equal(3, error.MessageId);
        Assert.Equal("remaining", error.Field);
        Assert.Equal("Message 3: field 'remaining' is missing.", error.Message);
        Assert.Equal(1, decoder.Counters.MalformedMessages);
    }

    [Fact]
    public void Surplus_fields_are_tolerated_and_counted()
    {
        decoder.Dispatch(WireText.Payload("2|6|3|3|40|new|fields"), 178, handler);
        decoder.Dispatch(WireText.Payload("62|1|"), 178, handler);
        Assert.Equal([new TickSize(3, TickType.AskSize, 40), new SpyOptions.Tws.Messages.Account.PositionsEnd()], handler.Replies);
        Assert.Equal(3, decoder.Counters.SurplusFields);
    }

    [Fact]
    public void An_unknown_message_is_skipped_and_counted()
    {
        decoder.Dispatch(WireText.Payload("9999|a|b"), 178, handler);
        decoder.Dispatch(WireText.Payload("99|1|77|future layout"), 178, handler);
        Assert.Empty(handler.Replies);
        Assert.Equal(2, decoder.Counters.UnknownMessages);
        var counters = new WireCounters();
        Assert.Null(RequestDecoder.Read(WireText.Payload("9999|a"), 178, counters));
        Assert.Equal(1, counters.UnknownMessages);
    }

    [Fact]
    public void A_completed_order_is_skipped_and_counted_on_its_own()
    {
        decoder.Dispatch(WireText.Payload("101|700001|SPY"), 178, handler);
        Assert.Empty(handler.Replies);
        Assert.Equal(1, decoder.Counters.SkippedMessages);
        Assert.Equal(0, decoder.Counters.UnknownMessages);
    }

    [Fact]
    public void One_bad_frame_never_stops_the_loop()
    {
        byte[] stream =
        [
            .. WireText.Frame(WireText.Payload("9|1|100")),
            .. WireText.Frame([]),
            .. WireText.Frame(WireText.Payload("1|6|3|1|three|12|1")),
            .. WireText.Frame(WireText.Payload("not a number")),
            .. WireText.Frame(WireText.Payload("9|1|101")),
        ];
        var buffer = new ReadOnlySequence<byte>(stream);
        Assert.Equal(5, decoder.DispatchAll(ref buffer, 178, handler));
        Assert.Equal([new NextValidId(100), new NextValidId(101)], handler.Replies);
        Assert.Equal(["messageId", "price", "messageId"], handler.Errors.Select(error => error.Field));
        Assert.Equal(3, decoder.Counters.MalformedMessages);
        Assert.Equal(5, decoder.Counters.Frames);
    }

    [Fact]
    public void Empty_greeks_are_read_as_not_computed()
    {
        decoder.Dispatch(WireText.Payload("21|3|13|0|||||||1.7976931348623157E308|"), 178, handler);
        Assert.Equal([new TickOptionComputation(3, 13, 0, -1, -2, -1, -1, -2, -2, -2, -1)], handler.Replies);
    }

    [Fact]
    public void An_older_tick_price_has_no_size_and_no_attributes()
    {
        decoder.Dispatch(WireText.Payload("1|1|3|1|3.45"), 178, handler);
        decoder.Dispatch(WireText.Payload("1|2|3|1|3.45|12"), 178, handler);
        Assert.Equal([new TickPrice(3, 1, 3.45m, 0, 0), new TickPrice(3, 1, 3.45m, 12, 0)], handler.Replies);
    }

    [Fact]
    public void Random_bytes_throw_nothing_but_the_protocols_own_exception() =>
        Gen.Byte.Array[0, 300].Sample(AssertOnlyProtocolErrors, iter: 20_000, print: Convert.ToHexString);

    [Fact]
    public void Random_fields_throw_nothing_but_the_protocols_own_exception()
    {
        var field = Gen.OneOf(
            Gen.Int[-5, 120].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.Int[0, Words.Length - 1].Select(index => Words[index]));
        Gen.Select(Gen.Int[0, 110], field.Array[0, 160], (id, fields) => WireText.Payload([$"{id}", .. fields]))
            .Sample(AssertOnlyProtocolErrors, iter: 20_000, print: Convert.ToHexString);
    }

    [Fact]
    public void Mutated_messages_throw_nothing_but_the_protocols_own_exception() =>
        Gen.Select(Gen.Int[0, Payloads.Length - 1], Gen.Select(Gen.Int[0, 1000], Gen.Byte).Array[1, 6], Mutate)
            .Sample(AssertOnlyProtocolErrors, iter: 20_000, print: Convert.ToHexString);

    [Fact]
    public void What_was_decoded_from_a_mutated_message_can_be_written_and_read_again() =>
        Gen.Select(Gen.Int[0, Payloads.Length - 1], Gen.Select(Gen.Int[0, 1000], Gen.Byte).Array[1, 2], Mutate).Sample(payload =>
        {
            var replies = new CollectingHandler();
            var requests = new List<ITwsMessage>();
            try
            {
                new ReplyDecoder().Dispatch(payload, 178, replies);
                requests.AddRange(RequestDecoder.Read(payload, 178, new WireCounters()) is { } request ? [request] : []);
            }
            catch (TwsProtocolException)
            {
                return;
            }

            foreach (var message in replies.Replies.Concat(requests))
            {
                var once = WireText.Encode(message, 178);
                ITwsMessage again = message is IReply ? WireText.Reply(once, 178) : WireText.Request(once, 178);
                Assert.Equal(once, WireText.Encode(again, 178));
            }
        }, iter: 5_000, print: Convert.ToHexString);

    private static byte[] Mutate(int index, (int Position, byte Value)[] changes)
    {
        var payload = Payloads[index].ToArray();
        foreach (var (position, value) in changes)
        {
            payload[position % payload.Length] = value;
        }

        return payload;
    }

    private static void AssertOnlyProtocolErrors(byte[] bytes)
    {
        foreach (var version in new[] { 176, 178 })
        {
            var buffer = new ReadOnlySequence<byte>(WireText.Frame(bytes));
            new ReplyDecoder().DispatchAll(ref buffer, version, new CollectingHandler());
            IgnoreProtocolError(() => RequestDecoder.Read(bytes, version, new WireCounters()));
        }

        IgnoreProtocolError(() => ServerHello.TryRead(bytes, out _));
        IgnoreProtocolError(() =>
        {
            var raw = new ReadOnlySequence<byte>(bytes);
            return ClientHello.TryRead(ref raw, out _);
        });
        IgnoreProtocolError(() =>
        {
            var raw = new ReadOnlySequence<byte>(bytes);
            return new ReplyDecoder().DispatchAll(ref raw, 178, new CollectingHandler());
        });
    }

    private static void IgnoreProtocolError<T>(Func<T> read)
    {
        try
        {
            read();
        }
        catch (TwsProtocolException)
        {
            // The one exception that is allowed.
        }
    }
}
