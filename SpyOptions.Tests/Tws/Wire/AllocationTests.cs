using System.Buffers;
using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Wire;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("1|6|3|1|3.45|12|1")]
    [InlineData("2|6|3|3|40")]
    [InlineData("45|6|3|24|0.1534")]
    [InlineData("46|6|3|45|1791129600")]
    [InlineData("21|3|13|0|0.1534|0.5021|3.4512|0.0|0.0521|0.2134|-0.1523|590.25")]
    [InlineData("21|3|10|1|-1|-2|-1|-1|-2|-2|1.5E-05|-1")]
    public void A_tick_allocates_nothing(string text)
    {
        var frame = WireText.Frame(WireText.Payload(text));
        byte[] stream = [.. Enumerable.Repeat(frame, 200).SelectMany(bytes => bytes)];
        var decoder = new ReplyDecoder();
        var handler = new CountingHandler();
        Decode(decoder, stream, handler);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Decode(decoder, stream, handler);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(400, handler.Ticks);
    }

    private static void Decode(ReplyDecoder decoder, byte[] stream, CountingHandler handler)
    {
        var buffer = new ReadOnlySequence<byte>(stream);
        decoder.DispatchAll(ref buffer, 178, handler);
    }

    private sealed class CountingHandler : IReplyHandler
    {
        public int Ticks { get; private set; }

        public void OnTickPrice(in TickPrice tick) => Ticks++;

        public void OnTickSize(in TickSize tick) => Ticks++;

        public void OnTickGeneric(in TickGeneric tick) => Ticks++;

        public void OnTickString(in TickString tick) => Ticks++;

        public void OnTickOptionComputation(in TickOptionComputation tick) => Ticks++;

        public void OnReply(IReply reply) => Ticks++;
    }
}
