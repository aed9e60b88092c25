using System.Buffers;
using System.Diagnostics.Metrics;
using System.IO.Pipelines;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Matching;
using SpyOptions.PaperGateway.Sessions;
using SpyOptions.Tests.PaperGateway.Support;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.PaperGateway.Sessions;

public sealed class OutgoingQueueTests
{
    private readonly GatewayMetrics metrics = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    [Fact]
    public async Task Sends_a_slow_client_the_newest_values_only()
    {
        var queue = new OutgoingQueue(100, metrics);
        var line = new MarketDataLine(3, [new OrderLeg(ScriptedMarket.Call(600), 1, true)], GenericTicks.None, false);
        for (var cents = 1; cents <= 50; cents++)
        {
            queue.Change(line, QuoteFields.BidPrice, ScriptedMarket.OptionQuote(cents / 100m, 2m));
        }

        queue.Complete();
        Assert.Equal(["1|6|3|1|0.5|10|1|", "45|6|3|49|0|"], await SentAsync(queue));
    }

    [Fact]
    public async Task Sends_messages_in_order_and_before_ticks()
    {
        var queue = new OutgoingQueue(100, metrics);
        var line = new MarketDataLine(3, [new OrderLeg(ListedContract.Stock(), 1, true)], GenericTicks.None, false);
        queue.Change(line, QuoteFields.BidPrice, ScriptedMarket.StockQuote);
        queue.TryAdd(new NextValidId(1));
        queue.TryAdd(new NextValidId(2));
        queue.Complete();
        Assert.Equal(["9|1|1|", "9|1|2|", "1|6|3|1|599.99|300|1|", "45|6|3|49|0|"], await SentAsync(queue));
    }

    [Fact]
    public async Task Never_drops_a_message_but_gives_up_on_the_client()
    {
        var queue = new OutgoingQueue(3, metrics);
        Assert.True(queue.TryAdd(new NextValidId(1)));
        Assert.True(queue.TryAdd(new NextValidId(2)));
        Assert.True(queue.TryAdd(new NextValidId(3)));
        Assert.False(queue.TryAdd(new NextValidId(4)));
        Assert.True(queue.Overflowed);
        Assert.Empty(await SentAsync(queue));
    }

    [Fact]
    public async Task Sends_nothing_of_a_line_that_was_cancelled()
    {
        var queue = new OutgoingQueue(3, metrics);
        var line = new MarketDataLine(3, [new OrderLeg(ListedContract.Stock(), 1, true)], GenericTicks.None, false);
        queue.Change(line, QuoteFields.BidPrice, ScriptedMarket.StockQuote);
        line.IsCancelled = true;
        queue.Complete();
        Assert.Empty(await SentAsync(queue));
    }

    [Fact]
    public async Task Holds_requests_back_while_a_client_does_not_read()
    {
        var queue = new OutgoingQueue(10_000, metrics);
        for (var id = 0; id <= OutgoingQueue.BacklogMax; id++)
        {
            queue.TryAdd(new NextValidId(id));
        }

        var room = queue.WaitForRoomAsync(TestContext.Current.CancellationToken);
        Assert.False(room.IsCompleted);
        queue.Complete();
        await SentAsync(queue);
        await room;
    }

    private static async Task<List<string>> SentAsync(OutgoingQueue queue)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await queue.WriteAsync(pipe.Writer, 178, TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();
        var buffer = (await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken)).Buffer;
        var frames = new List<string>();
        while (FrameReader.TryRead(ref buffer, out var payload))
        {
            frames.Add(System.Text.Encoding.ASCII.GetString(payload.ToArray()).Replace('\0', '|'));
        }

        return frames;
    }
}
