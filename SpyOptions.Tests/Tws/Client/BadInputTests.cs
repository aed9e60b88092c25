using SpyOptions.Tests.Support;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Account;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.Tws.Client;

public sealed class BadInputTests
{
    [Fact]
    public async Task Malformed_unknown_and_longer_messages_are_counted_and_the_next_one_arrives()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        await connection.SendPayloadAsync("1|6|1000000000|1|cheap|12|1|");
        await connection.SendPayloadAsync("3|100|Filled|");
        await connection.SendPayloadAsync("");
        await connection.SendPayloadAsync("49|1|9999999999999999|");
        await connection.SendPayloadAsync("7777|1|2|3|");
        await connection.SendPayloadAsync("62|1|new|newer|");
        Assert.IsType<PositionsEnd>(await test.NextReplyAsync());
        var wire = test.Client.Metrics.Wire;
        Assert.Equal((4L, 1L, 2L), (wire.MalformedMessages, wire.UnknownMessages, wire.SurplusFields));
        var logged = Assert.Single(test.Logger.Entries, entry => entry.EventId == 1004);
        Assert.Contains("message 1, field 'price'", logged.Text, StringComparison.Ordinal);
        Assert.Equal(TwsConnectionStage.Ready, test.Client.Status.Stage);
    }

    [Fact]
    public async Task A_handler_that_throws_is_counted_and_the_loop_goes_on()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        test.Client.Reply += static _ => throw new InvalidOperationException("a consumer's fault");
        using var connection = await test.ConnectAsync(gateway);
        using var subscription = test.Client.SubscribeMarketData(new Contract { Symbol = "SPY" }, "", 1, new ThrowingHandler());
        var id = (await connection.ReadRequestAsync<MarketDataRequest>(test.Deadline)).RequestId;
        await connection.SendAsync(
            new MarketDataTypeNotice(id, 1),
            new TickPrice(id, 1, 3.45m, 12, 1),
            new TickSize(id, 3, 40),
            new TickGeneric(id, 24, 0.1534),
            new TickString(id, 45, "1791129600"),
            new ErrorNotice(id, 10090, "part of the data is not subscribed"),
            new PositionsEnd(),
            new PositionsEnd());
        await test.NextReplyAsync();
        await test.NextReplyAsync();
        await test.EventuallyAsync(() => test.Client.Metrics.HandlerFailures == 8);
        Assert.Equal(TwsConnectionStage.Ready, test.Client.Status.Stage);
        Assert.Single(test.Logger.Entries, entry => entry.EventId == 1005);
    }

    [Fact]
    public async Task Ticks_of_an_unknown_request_are_counted()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        await connection.SendAsync(new TickSize(5, 3, 40), new TickPrice(-1, 1, 1, 1, 0), new TickString(1_000_000_000, 45, "1"), new PositionsEnd());
        await test.NextReplyAsync();
        Assert.Equal(3, test.Client.Metrics.OrphanTicks);
    }

    private sealed class ThrowingHandler : IMarketDataHandler
    {
        public void OnTickPrice(MarketDataSubscription subscription, in TickPrice tick, long receivedTimestamp) => throw new InvalidOperationException();

        public void OnTickSize(MarketDataSubscription subscription, in TickSize tick, long receivedTimestamp) => throw new InvalidOperationException();

        public void OnTickGeneric(MarketDataSubscription subscription, in TickGeneric tick, long receivedTimestamp) => throw new InvalidOperationException();

        public void OnTickString(MarketDataSubscription subscription, in TickString tick, long receivedTimestamp) => throw new InvalidOperationException();

        public void OnTickOptionComputation(MarketDataSubscription subscription, in TickOptionComputation tick, long receivedTimestamp) =>
            throw new InvalidOperationException();

        public void OnMarketDataType(MarketDataSubscription subscription, int type) => throw new InvalidOperationException();

        public void OnError(MarketDataSubscription subscription, ErrorNotice error) => throw new InvalidOperationException();
    }
}
