using System.Buffers;
using Microsoft.Extensions.Logging.Abstractions;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Client;

public sealed class TickAllocationTests
{
    [Fact]
    public void A_tick_passes_from_the_frame_to_the_handler_without_an_allocation()
    {
        var options = new TwsClientOptions();
        using var context = new ClientContext(
            options, TimeProvider.System, NullLogger.Instance, new TwsClientMetrics(null), static _ => { }, static _ => { }, static _ => { });
        var handler = new CountingHandler();
        context.Pacer.Open();
        context.Subscriptions.Connected();
        var subscription = context.Subscriptions.Add(new Contract { ConId = 1 }, "", 1, handler);
        var router = new ReplyRouter(context, static (_, _) => { });
        var decoder = new ReplyDecoder(context.Metrics.Wire);
        var frames = new ArrayBufferWriter<byte>();
        var writer = new FrameWriter(frames, 178);
        for (var index = 0; index < 100; index++)
        {
            writer.Write(new TickPrice(subscription.RequestId, 1, 3.45m + index, 12, 1));
            writer.Write(new TickSize(subscription.RequestId, 3, 40 + index));
            writer.Write(new TickOptionComputation(subscription.RequestId, 13, 0, 0.1534, 0.5021, 3.4512, 0, 0.0521, 0.2134, -0.1523, 590.25));
        }

        long Dispatch()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var buffer = new ReadOnlySequence<byte>(frames.WrittenMemory);
            router.ReceivedTimestamp = context.Time.GetTimestamp();
            decoder.DispatchAll(ref buffer, 178, router);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Dispatch();
        Assert.Equal(0, Dispatch());
        Assert.Equal(600, handler.Count);
        Assert.Equal(router.ReceivedTimestamp, subscription.LastTickTimestamp);
    }

    private sealed class CountingHandler : IMarketDataHandler
    {
        public int Count { get; private set; }

        public void OnTickPrice(MarketDataSubscription subscription, in TickPrice tick, long receivedTimestamp) => Count++;

        public void OnTickSize(MarketDataSubscription subscription, in TickSize tick, long receivedTimestamp) => Count++;

        public void OnTickGeneric(MarketDataSubscription subscription, in TickGeneric tick, long receivedTimestamp) => Count++;

        public void OnTickString(MarketDataSubscription subscription, in TickString tick, long receivedTimestamp) => Count++;

        public void OnTickOptionComputation(MarketDataSubscription subscription, in TickOptionComputation tick, long receivedTimestamp) => Count++;

        public void OnMarketDataType(MarketDataSubscription subscription, int type) => Count++;

        public void OnError(MarketDataSubscription subscription, ErrorNotice error) => Count++;
    }
}
