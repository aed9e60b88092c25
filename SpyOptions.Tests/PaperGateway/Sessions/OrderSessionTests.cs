using SpyOptions.Tests.PaperGateway.Support;
using SpyOptions.Tws.Messages.Account;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.PaperGateway.Sessions;

public sealed class OrderSessionTests
{
    private static readonly Contract Call = new() { ConId = ScriptedMarket.Call(600).ConId, Exchange = "SMART" };
    private static readonly Order Marketable = new() { Action = "BUY", OrderType = "LMT", TotalQuantity = 1, LimitPrice = 2.10m, TimeInForce = "DAY", OrderRef = "intent-1" };

    [Theory]
    [InlineData(176)]
    [InlineData(177)]
    [InlineData(178)]
    public async Task Tells_the_whole_life_of_a_fill(int version)
    {
        await using var gateway = await GatewayUnderTest.StartAsync($"--Gateway:VersionMax={version}");
        using var client = await gateway.ConnectAsync(range: $"v176..{version}");
        await client.SendAsync(new PositionsRequest());
        await client.UntilAsync<PositionsEnd>();
        await client.SendAsync(new PlaceOrderRequest(1, Call, Marketable));
        var open = await client.UntilAsync<OpenOrder>();
        Assert.Equal((1, "PreSubmitted", "intent-1", 7), (open.OrderId, open.State.Status, open.Order.OrderRef, open.ClientId));
        Assert.Equal("SPY   261005C00600000", open.Contract.LocalSymbol);
        var execution = await client.UntilAsync<ExecutionDetails>();
        Assert.Equal(("BOT", 1m, 2.10m, -1, "intent-1"), (execution.Side, execution.Quantity, execution.Price, execution.RequestId, execution.OrderRef));
        var status = await client.UntilAsync<OrderStatus>();
        Assert.Equal(("Filled", 1m, 0m, 2.10m, open.PermId), (status.Status, status.Filled, status.Remaining, status.AverageFillPrice, status.PermId));
        var commission = await client.UntilAsync<CommissionReport>();
        Assert.Equal((execution.ExecId, 0.65m), (commission.ExecId, commission.Commission));
        var position = await client.UntilAsync<Position>();
        Assert.Equal((1m, 210.65m), (position.Quantity, position.AverageCost));
        await client.SendAsync(new PlaceOrderRequest(1, Call, Marketable));
        Assert.Equal(104, (await client.UntilErrorAsync(1)).Code);
    }

    [Fact]
    public async Task Tells_a_client_that_comes_back_what_happened_meanwhile()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using (var first = await gateway.ConnectAsync(3))
        {
            await first.SendAsync(new PlaceOrderRequest(1, Call, Marketable with { LimitPrice = 1.50m }));
            await first.UntilAsync<OrderStatus>(status => status.Status == "Submitted");
            await first.SendAsync(new PlaceOrderRequest(2, Call, Marketable));
            await first.UntilAsync<CommissionReport>();
        }

        using var again = await gateway.ConnectAsync(4);
        await again.SendAsync(new OpenOrdersRequest());
        await again.UntilAsync<OpenOrdersEnd>();
        Assert.DoesNotContain(again.Seen, reply => reply is OpenOrder);
        await again.SendAsync(new AllOpenOrdersRequest());
        Assert.Equal(1, (await again.UntilAsync<OpenOrder>()).OrderId);
        await again.SendAsync(new ExecutionsRequest(9));
        Assert.Equal((9, 2, 3), await ExecutionAsync(again));
        await again.UntilAsync<ExecutionsEnd>();
        await again.SendAsync(new ExecutionsRequest(10, Side: "SELL"));
        await again.UntilAsync<ExecutionsEnd>(end => end.RequestId == 10);
        Assert.DoesNotContain(again.Seen, reply => reply is ExecutionDetails { RequestId: 10 });
        await again.SendAsync(new GlobalCancelRequest());
        await again.SendAsync(new AllOpenOrdersRequest());
        await again.UntilAsync<OpenOrdersEnd>();
        Assert.Single(again.Seen.OfType<OpenOrder>());
    }

    [Fact]
    public async Task Cancels_with_notice_202_and_refuses_unknown_ids()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new PlaceOrderRequest(1, Call, Marketable with { LimitPrice = 0.05m }));
        await client.SendAsync(new CancelOrderRequest(1));
        await client.UntilAsync<OrderStatus>(status => status.Status == "Cancelled");
        Assert.Equal(202, (await client.UntilErrorAsync(1)).Code);
        await client.SendAsync(new CancelOrderRequest(1));
        Assert.Equal(10148, (await client.UntilErrorAsync(1)).Code);
        await client.SendAsync(new CancelOrderRequest(99));
        Assert.Equal(10147, (await client.UntilErrorAsync(99)).Code);
        await client.SendAsync(new AutoOpenOrdersRequest(true));
        Assert.Equal(327, (await client.UntilAsync<ErrorNotice>()).Code);
    }

    [Fact]
    public async Task Tells_margins_for_what_if_and_places_nothing()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new PlaceOrderRequest(1, Call, Marketable with { WhatIf = true }));
        var preview = (await client.UntilAsync<OpenOrder>()).State;
        Assert.Equal((0m, 205m, 205m, 0.65m), (preview.InitialMarginBefore, preview.InitialMarginChange, preview.InitialMarginAfter, preview.Commission));
        await client.SendAsync(new AllOpenOrdersRequest());
        await client.UntilAsync<OpenOrdersEnd>();
        Assert.Single(client.Seen.OfType<OpenOrder>());
        Assert.Empty(client.Seen.OfType<OrderStatus>());
    }

    [Fact]
    public async Task Takes_the_captured_orders_of_independent_clients()
    {
        var folder = Tests.Support.Repository.Protocol;
        Assert.SkipWhen(folder is null, "The protocol captures are not beside the repository.");
        await using var gateway = await GatewayUnderTest.StartAsync("--Gateway:MessagesPerSecondMax=1000");
        using var client = await gateway.ConnectAsync();
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "captures", "ib_async-178.jsonl"), TestContext.Current.CancellationToken);
        var messages = lines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).Where(line => line.TryGetProperty("msg", out _))
            .Select(line => line.GetProperty("msg").EnumerateArray().Select(field => field.GetString()!).ToArray()).Skip(1);
        foreach (var message in messages)
        {
            await client.SendFieldsAsync([.. message.Select(field => field == "700001" ? Call.ConId.ToString(System.Globalization.CultureInfo.InvariantCulture) : field)]);
        }

        await client.SendAsync(new IdsRequest());
        await client.UntilAsync<OrderStatus>(status => status is { OrderId: 100, Status: "Filled" });
        await client.UntilAsync<NextValidId>(id => id.OrderId == 102);
        Assert.DoesNotContain(client.Seen, reply => reply is ErrorNotice { Code: 320 });
    }

    private static async Task<(int RequestId, int OrderId, int ClientId)> ExecutionAsync(RawClient client)
    {
        var execution = await client.UntilAsync<ExecutionDetails>();
        return (execution.RequestId, execution.OrderId, execution.ClientId);
    }
}
