using SpyOptions.Tests.Support;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.Tws.Client;

public sealed class SubscriptionsTests
{
    private readonly RecordingMarketDataHandler handler = new();

    [Fact]
    public async Task Ticks_reach_the_handler_with_the_time_of_the_socket_read()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        using var subscription = Subscribe(test, 5);
        var before = TimeProvider.System.GetTimestamp();
        var request = await connection.ReadRequestAsync<MarketDataRequest>(test.Deadline);
        Assert.Equal((subscription.RequestId, "100,101,106", false), (request.RequestId, request.GenericTicks, request.Snapshot));
        Assert.Equal(MarketDataSubscriptionState.Requested, subscription.State);
        await connection.SendAsync(
            new MarketDataTypeNotice(request.RequestId, 3),
            new TickPrice(request.RequestId, 1, 3.45m, 12, 1),
            new TickSize(request.RequestId, 3, 40),
            new TickGeneric(request.RequestId, 24, 0.1534),
            new TickString(request.RequestId, 45, "1791129600"));
        Assert.Equal((5, (object)3), await handler.NextAsync(test.Deadline));
        Assert.Equal(3.45m, Assert.IsType<TickPrice>((await handler.NextAsync(test.Deadline)).What).Price);
        Assert.IsType<TickSize>((await handler.NextAsync(test.Deadline)).What);
        Assert.IsType<TickGeneric>((await handler.NextAsync(test.Deadline)).What);
        Assert.IsType<TickString>((await handler.NextAsync(test.Deadline)).What);
        Assert.Equal(MarketDataSubscriptionState.Streaming, subscription.State);
        Assert.All(handler.ReceivedTimestamps, timestamp => Assert.InRange(timestamp, before, TimeProvider.System.GetTimestamp()));
    }

    [Fact]
    public async Task A_reconnect_asks_for_every_stream_with_a_new_id_and_for_the_kind_of_data_first()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        test.Client.RequestMarketDataType(3);
        using var early = Subscribe(test, 1);
        Assert.Equal(MarketDataSubscriptionState.Waiting, early.State);
        var oldIds = new HashSet<int>();
        using (var connection = await test.ConnectAsync(gateway))
        {
            Assert.Equal(3, (await connection.ReadRequestAsync<MarketDataTypeRequest>(test.Deadline)).Type);
            using var late = Subscribe(test, 2);
            var ended = Subscribe(test, 3);
            for (var index = 0; index < 3; index++)
            {
                oldIds.Add((await connection.ReadRequestAsync<MarketDataRequest>(test.Deadline)).RequestId);
            }

            ended.Dispose();
            var cancel = await connection.ReadRequestAsync<CancelMarketDataRequest>(test.Deadline);
            Assert.Contains(cancel.RequestId, oldIds);
            late.Dispose();
            using var again = Subscribe(test, 4);
        }

        await test.UntilFailedAsync();
        using var second = await test.ConnectAsync(gateway);
        Assert.Equal(3, (await second.ReadRequestAsync<MarketDataTypeRequest>(test.Deadline)).Type);
        var restored = await second.ReadRequestAsync<MarketDataRequest>(test.Deadline);
        Assert.Equal(early.RequestId, restored.RequestId);
        Assert.DoesNotContain(restored.RequestId, oldIds);
        Assert.Equal(1, early.Restorations);
    }

    [Fact]
    public async Task Notice_1101_restores_every_stream_and_1102_keeps_those_that_speak()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.FarmRecoveryGrace = TimeSpan.FromMilliseconds(60));
        using var connection = await test.ConnectAsync(gateway);
        using var first = Subscribe(test, 1);
        using var second = Subscribe(test, 2);
        var oldIds = new[] { await RequestedIdAsync(connection, test), await RequestedIdAsync(connection, test) };
        await connection.SendAsync(new ErrorNotice(-1, 1100, "Connectivity between IBKR and Trader Workstation has been lost."));
        await test.EventuallyAsync(() => !test.Client.Status.BrokerConnected);
        Assert.Equal(TwsConnectionStage.Ready, test.Client.Status.Stage);
        await connection.SendAsync(new ErrorNotice(-1, 1101, "Connectivity restored - data lost."));
        var newIds = new[] { await RequestedIdAsync(connection, test), await RequestedIdAsync(connection, test) };
        Assert.Empty(oldIds.Intersect(newIds));
        Assert.True(test.Client.Status.IsUsable);
        await connection.SendAsync(new ErrorNotice(-1, 1100, "lost"), new ErrorNotice(-1, 1102, "restored - data maintained."));
        while ((await test.NextNoticeAsync()).Code != 1102)
        {
        }

        await connection.SendAsync(new TickSize(newIds[0], 3, 40));
        Assert.Equal(newIds[1], (await connection.ReadRequestAsync<CancelMarketDataRequest>(test.Deadline)).RequestId);
        Assert.Equal(second.RequestId, await RequestedIdAsync(connection, test));
        Assert.Equal(newIds[0], first.RequestId);
    }

    [Fact]
    public async Task A_farm_that_comes_back_restores_only_the_streams_that_stay_silent()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.FarmRecoveryGrace = TimeSpan.FromMilliseconds(60));
        using var connection = await test.ConnectAsync(gateway);
        using var alive = Subscribe(test, 1);
        using var dead = Subscribe(test, 2);
        var aliveId = await RequestedIdAsync(connection, test);
        var deadId = await RequestedIdAsync(connection, test);
        await connection.SendAsync(new TickSize(aliveId, 3, 1), new TickSize(deadId, 3, 1));
        await connection.SendAsync(
            new ErrorNotice(-1, 2103, "Market data farm connection is broken:usopt"), new ErrorNotice(-1, 2104, "Market data farm connection is OK:usopt"));
        await test.NextNoticeAsync();
        await test.NextNoticeAsync();
        await connection.SendAsync(new TickSize(aliveId, 3, 2));
        Assert.Equal(deadId, (await connection.ReadRequestAsync<CancelMarketDataRequest>(test.Deadline)).RequestId);
        Assert.Equal(dead.RequestId, await RequestedIdAsync(connection, test));
        Assert.Equal((aliveId, 0), (alive.RequestId, alive.Restorations));
        await connection.SendAsync(new TickSize(deadId, 3, 3), new TickSize(dead.RequestId, 3, 4));
        await test.EventuallyAsync(() => dead.State == MarketDataSubscriptionState.Streaming);
        Assert.Equal(1, test.Client.Metrics.OrphanTicks);
    }

    [Fact]
    public async Task Silence_is_a_fault_only_while_the_market_is_open()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.SilenceMax = TimeSpan.FromMilliseconds(50));
        var isOpen = false;
        test.Client.IsMarketOpen = () => Volatile.Read(ref isOpen);
        using var connection = await test.ConnectAsync(gateway);
        using var subscription = Subscribe(test, 1);
        var id = await RequestedIdAsync(connection, test);
        await Task.Delay(TimeSpan.FromMilliseconds(120), TimeProvider.System, test.Deadline);
        Assert.Equal(id, subscription.RequestId);
        Volatile.Write(ref isOpen, true);
        Assert.Equal(id, (await connection.ReadRequestAsync<CancelMarketDataRequest>(test.Deadline)).RequestId);
        Assert.NotEqual(id, await RequestedIdAsync(connection, test));
    }

    [Fact]
    public async Task Error_321_is_answered_by_asking_without_the_illegal_generic_ticks()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        using var subscription = test.Client.SubscribeMarketData(Option, "100,101,104,106", 1, handler);
        var id = await RequestedIdAsync(connection, test);
        await connection.SendAsync(new ErrorNotice(
            id, 321, "Error validating request.-'bW' : cause - Incorrect generic tick list of 100,101,104,106.  Legal ones for (OPT) are: 100(Option Volume),101(Option Open Interest),106(impvolat)"));
        var retried = await connection.ReadRequestAsync<MarketDataRequest>(test.Deadline);
        Assert.Equal("100,101,106", retried.GenericTicks);
        Assert.NotEqual(id, retried.RequestId);
        Assert.Equal("100,101,106", subscription.GenericTicks);
        await connection.SendAsync(new ErrorNotice(retried.RequestId, 321, "Error validating request.-'bW' : cause - Please enter exchange"));
        Assert.Equal(321, Assert.IsType<ErrorNotice>((await handler.NextAsync(test.Deadline)).What).Code);
        Assert.Equal(MarketDataSubscriptionState.Refused, subscription.State);
    }

    [Theory]
    [InlineData(101, true)]
    [InlineData(200, true)]
    [InlineData(354, true)]
    [InlineData(10186, true)]
    [InlineData(10089, false)]
    [InlineData(10090, false)]
    [InlineData(10091, false)]
    [InlineData(10167, false)]
    [InlineData(10168, false)]
    [InlineData(10197, false)]
    public async Task Errors_of_a_stream_reach_its_handler(int code, bool isRefused)
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        using var subscription = Subscribe(test, 9);
        await connection.SendAsync(new ErrorNotice(await RequestedIdAsync(connection, test), code, "text"));
        var (key, what) = await handler.NextAsync(test.Deadline);
        Assert.Equal((9, code), (key, Assert.IsType<ErrorNotice>(what).Code));
        Assert.Equal(isRefused, subscription.State == MarketDataSubscriptionState.Refused);
        Assert.Equal(code, (await test.NextNoticeAsync()).Code);
    }

    [Fact]
    public async Task A_duplicate_id_is_replaced_and_the_consumer_hears_of_it_only_when_that_does_not_help()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        using var subscription = Subscribe(test, 1);
        var ids = new HashSet<int>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var id = await RequestedIdAsync(connection, test);
            Assert.True(ids.Add(id));
            await connection.SendAsync(new ErrorNotice(id, attempt % 2 == 0 ? 102 : 322, "Duplicate ticker id"));
        }

        Assert.IsType<ErrorNotice>((await handler.NextAsync(test.Deadline)).What);
        Assert.Equal(MarketDataSubscriptionState.Refused, subscription.State);
    }

    [Fact]
    public async Task One_subscription_too_many_is_a_typed_error_and_a_freed_place_can_be_used_again()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.SubscriptionsMax = 2);
        using var first = Subscribe(test, 1);
        var second = Subscribe(test, 2);
        Assert.Equal(TwsRequestFailure.SubscriptionsFull, Assert.Throws<TwsRequestException>(() => Subscribe(test, 3)).Failure);
        second.Dispose();
        second.Dispose();
        using var third = Subscribe(test, 3);
        Assert.Equal(MarketDataSubscriptionState.Ended, second.State);
    }

    [Fact]
    public async Task A_stream_that_finds_the_queue_full_is_asked_for_as_soon_as_there_is_room()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options =>
        {
            options.QueueLengthMax = 3;
            options.RequestsPerSecondMax = 50;
        });
        using var connection = await test.ConnectAsync(gateway);
        var subscriptions = Enumerable.Range(0, 12).Select(key => Subscribe(test, key)).ToArray();
        var ids = new HashSet<int>();
        while (ids.Count < 12)
        {
            ids.Add(await RequestedIdAsync(connection, test));
        }

        Assert.Equal(ids.Order(), subscriptions.Select(each => each.RequestId).Order());
    }

    private static Contract Option => new() { ConId = 700001, Symbol = "SPY", SecType = "OPT", Exchange = "SMART", Currency = "USD" };

    private static async Task<int> RequestedIdAsync(ScriptedConnection connection, ClientUnderTest test) =>
        (await connection.ReadRequestAsync<MarketDataRequest>(test.Deadline)).RequestId;

    private MarketDataSubscription Subscribe(ClientUnderTest test, int key) => test.Client.SubscribeMarketData(Option, "100,101,106", key, handler);
}
