using System.Threading.Channels;
using SpyOptions.Tests.Support;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Client;

public sealed class OrderMessagesTests
{
    [Fact]
    public async Task Order_messages_arrive_in_order_while_the_broker_is_away()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        var events = Channel.CreateUnbounded<string>();
        test.Client.Reply += reply => events.Writer.TryWrite(((OrderStatus)reply).Status);
        test.Client.Notice += notice => events.Writer.TryWrite($"{notice.Code}");
        using var connection = await test.ConnectAsync(gateway);
        await connection.SendAsync(
            Status(100, "Submitted"), new ErrorNotice(-1, 1100, "lost"), Status(100, "Filled"), new ErrorNotice(100, 202, "cancelled"),
            Status(101, "Cancelled"), new ErrorNotice(-1, 1102, "kept"));
        foreach (var expected in new[] { "Submitted", "1100", "Filled", "202", "Cancelled", "1102" })
        {
            Assert.Equal(expected, await events.Reader.ReadAsync(test.Deadline));
        }
    }

    [Fact]
    public async Task Order_messages_that_come_before_the_next_valid_id_are_delivered()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await gateway.AcceptAsync(test.Deadline);
        await connection.ReadHelloAsync(test.Deadline);
        await connection.SendHelloAsync(178);
        await connection.SendAsync(Status(150, "Submitted"), new ManagedAccounts(["DU1"]), new NextValidId(100));
        Assert.Equal(150, Assert.IsType<OrderStatus>(await test.NextReplyAsync()).OrderId);
        await test.UntilAsync(TwsConnectionStage.Ready);
        Assert.Equal(151, test.Client.NextOrderId());
    }

    [Fact]
    public async Task A_handler_that_is_slow_loses_nothing_and_the_socket_waits_for_it()
    {
        const int count = 3_000;
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options =>
        {
            options.EventQueueLengthMax = 16;
            options.HeartbeatInterval = TimeSpan.FromMilliseconds(150);
            options.HeartbeatTimeout = TimeSpan.FromMilliseconds(100);
        });
        using var connection = await test.ConnectAsync(gateway);
        using var gate = new ManualResetEventSlim();
        var deadline = test.Deadline;
        test.Client.Reply += _ => gate.Wait(deadline);
        var sending = Task.Run(() => connection.SendAsync([.. Enumerable.Range(1, count).Select(number => Status(number, "Submitted"))]), deadline);
        await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System, deadline);
        gate.Set();
        var reading = Task.Run(() => connection.WaitForCloseAsync(deadline), deadline);
        for (var number = 1; number <= count; number++)
        {
            Assert.Equal(number, Assert.IsType<OrderStatus>(await test.NextReplyAsync()).OrderId);
        }

        await sending;
        Assert.Equal(1, test.Client.Metrics.Connections);
    }

    [Fact]
    public async Task Orders_overtake_a_crowd_of_subscriptions_and_every_second_stays_within_the_limit()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.RequestsPerSecondMax = 6);
        using var connection = await test.ConnectAsync(gateway);
        var handler = new RecordingMarketDataHandler();
        for (var key = 0; key < 10; key++)
        {
            test.Client.SubscribeMarketData(new Contract { ConId = key + 1 }, "", key, handler);
        }

        var arrivals = new List<(IRequest Request, long At)>();
        while (arrivals.Count < 5)
        {
            arrivals.Add((await connection.ReadRequestAsync(test.Deadline), TimeProvider.System.GetTimestamp()));
        }

        await Task.WhenAll(
            test.Client.SendAsync(new ExecutionsRequest(test.Client.NextRequestId()), SendPriority.Request, test.Deadline).AsTask(),
            test.Client.SendAsync(new CancelOrderRequest(100), SendPriority.Order, test.Deadline).AsTask());
        while (arrivals.Count < 10)
        {
            arrivals.Add((await connection.ReadRequestAsync(test.Deadline), TimeProvider.System.GetTimestamp()));
        }

        Assert.All(arrivals.Take(5), each => Assert.IsType<MarketDataRequest>(each.Request));
        Assert.IsType<CancelOrderRequest>(arrivals[5].Request);
        Assert.IsType<ExecutionsRequest>(arrivals[6].Request);
        // The session's first message took the sixth place of the first second; arrival may be later than sending by what the loopback takes.
        Assert.True(TimeProvider.System.GetElapsedTime(arrivals[0].At, arrivals[6].At) > TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public async Task A_message_taken_back_before_it_was_sent_is_never_sent()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.RequestsPerSecondMax = 1);
        using var connection = await test.ConnectAsync(gateway);
        using var patience = new CancellationTokenSource();
        var unwanted = test.Client.SendAsync(new CancelOrderRequest(1), SendPriority.Order, patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unwanted);
        await test.Client.SendAsync(new CancelOrderRequest(2), SendPriority.Order, test.Deadline);
        Assert.Equal(2, (await connection.ReadRequestAsync<CancelOrderRequest>(test.Deadline)).OrderId);
    }

    private static OrderStatus Status(int orderId, string status) => new(orderId, status, 1, 0, 3.45m, 1377295418, 0, 3.45m, 7, "", 0);
}
