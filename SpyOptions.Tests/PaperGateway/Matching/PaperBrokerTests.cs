using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Matching;
using SpyOptions.PaperGateway.Sessions;
using SpyOptions.Tests.PaperGateway.Support;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Orders;

namespace SpyOptions.Tests.PaperGateway.Matching;

public sealed class PaperBrokerTests
{
    private static readonly ListedContract Call = ScriptedMarket.Call(600);

    private readonly ScriptedMarket market = new();
    private readonly PaperBroker broker;
    private readonly List<OrderEvent> events = [];

    public PaperBrokerTests()
    {
        broker = new PaperBroker(market, new BrokerTerms("DU1234567", 100_000m));
        broker.Happened += events.Add;
        market.Changed += broker.OnChanged;
    }

    [Fact]
    public void Buys_at_the_ask_when_the_limit_reaches_it()
    {
        Assert.Null(Place(1, Limit("BUY", 1, 2.50m)));
        Assert.Equal(["PreSubmitted", "Submitted", "executed BUY 1 @ 2.10", "Filled", "commission 0.65"], Story());
        var holding = Assert.Single(broker.Value().Holdings).Holding;
        Assert.Equal((1m, 210.65m), (holding.Quantity, holding.AverageCost));
        Assert.Equal(100_000m - 210.65m, broker.Value().Cash);
    }

    [Fact]
    public void Waits_below_the_ask_until_the_ask_comes_down()
    {
        Place(1, Limit("BUY", 1, 2.05m));
        Assert.Equal(["PreSubmitted", "Submitted"], Story());
        Assert.Equal(1, market.Watchers[Call.ConId]);
        market.Quote(Call.ConId, ScriptedMarket.OptionQuote(1.95m, 2.04m));
        Assert.Equal("executed BUY 1 @ 2.04", Story()[2]);
        Assert.Equal(0, market.Watchers[Call.ConId]);
    }

    [Fact]
    public void Fills_no_more_than_is_displayed_and_no_size_twice()
    {
        Place(1, Limit("BUY", 25, 2.10m));
        Assert.Equal((10m, 15m), (Order(1).Filled, Order(1).Remaining));
        market.Quote(Call.ConId, ScriptedMarket.OptionQuote(2.01m, 2.10m));
        Assert.Equal(10m, Order(1).Filled);
        market.Quote(Call.ConId, ScriptedMarket.OptionQuote(2.01m, 2.09m));
        Assert.Equal(20m, Order(1).Filled);
        Assert.Equal(2.095m, Order(1).AveragePrice);
        Assert.Equal("Submitted", Order(1).Status);
    }

    [Theory]
    [InlineData(2.20, 2.10)]
    [InlineData(2.00, null)]
    public void Does_not_fill_on_a_crossed_or_missing_quote(double bid, double? ask)
    {
        market.Quote(Call.ConId, ScriptedMarket.OptionQuote((decimal)bid, (decimal?)ask));
        Place(1, new Order { Action = "BUY", OrderType = "MKT", TotalQuantity = 1 });
        Assert.Equal(["PreSubmitted", "Submitted"], Story());
    }

    [Fact]
    public void Realizes_the_profit_when_a_position_is_closed()
    {
        Place(1, Limit("BUY", 2, 2.10m));
        market.Quote(Call.ConId, ScriptedMarket.OptionQuote(3.00m, 3.10m));
        Place(2, Limit("SELL", 2, 3.00m));
        var closing = events.OfType<CommissionKnown>().Last().Execution;
        Assert.Equal((2 * 90m) - (4 * 0.65m), closing.RealizedPnl);
        Assert.Equal(100_000m + 177.40m, broker.Value().NetLiquidation);
        Assert.Equal(0m, Assert.Single(broker.Value().Holdings).Holding.Quantity);
    }

    [Fact]
    public void Cancels_what_is_open_and_refuses_to_cancel_what_is_unknown_or_final()
    {
        Place(1, Limit("BUY", 1, 0.05m));
        Assert.Null(broker.Cancel(7, 1));
        Assert.Equal(["PreSubmitted", "Submitted", "PendingCancel", "Cancelled"], Story());
        Assert.Equal(10148, broker.Cancel(7, 1)?.Code);
        Assert.Equal(10147, broker.Cancel(7, 99)?.Code);
        Assert.Equal(10147, broker.Cancel(8, 1)?.Code);
    }

    [Fact]
    public void Changes_an_order_that_has_the_same_id_and_keeps_it_when_the_change_is_refused()
    {
        Place(5, Limit("BUY", 1, 0.05m));
        Assert.Null(Place(5, Limit("BUY", 2, 0.06m)));
        Assert.Equal((0.06m, 2m), (Order(5).Terms.LimitPrice, Order(5).Remaining));
        Assert.Equal(105, Place(5, Limit("SELL", 2, 0.06m))?.Code);
        Assert.Equal(110, Place(5, Limit("BUY", 2, 0.061m))?.Code);
        Assert.Equal("Submitted", Order(5).Status);
        Assert.Null(Place(5, Limit("BUY", 2, 2.10m)));
        Assert.Equal(104, Place(5, Limit("BUY", 3, 2.10m))?.Code);
    }

    [Fact]
    public void Refuses_an_order_id_that_was_used_or_passed_over()
    {
        Place(5, Limit("BUY", 1, 0.05m));
        broker.Cancel(7, 5);
        Assert.Equal(103, Place(5, Limit("BUY", 1, 0.05m))?.Code);
        Assert.Equal(103, Place(4, Limit("BUY", 1, 0.05m))?.Code);
        Assert.Equal(6, broker.NextOrderId(7));
        Assert.Equal(1, broker.NextOrderId(8));
    }

    [Theory]
    [InlineData("HOLD", "LMT", 1, 2.0, "DAY", 321)]
    [InlineData("BUY", "STP", 1, 2.0, "DAY", 387)]
    [InlineData("BUY", "LMT", 0, 2.0, "DAY", 321)]
    [InlineData("BUY", "LMT", 1, null, "DAY", 321)]
    [InlineData("BUY", "LMT", 1, -1.0, "DAY", 321)]
    [InlineData("BUY", "LMT", 1, 2.0, "OPG", 321)]
    [InlineData("BUY", "LMT", 1_000_000, 2.5, "DAY", 201)]
    public void Refuses_terms_that_it_cannot_serve(string action, string type, int quantity, double? limit, string tif, int code)
    {
        var order = new Order { Action = action, OrderType = type, TotalQuantity = quantity, LimitPrice = (decimal?)limit, TimeInForce = tif };
        Assert.Equal(code, Place(1, order)?.Code);
        Assert.Empty(events);
    }

    [Fact]
    public void Fills_or_kills_at_once()
    {
        Place(1, Limit("BUY", 11, 2.10m) with { TimeInForce = "FOK" });
        Assert.Equal("Cancelled", Story()[^1]);
        Assert.Equal(0m, LastOrder().Filled);
        Place(2, Limit("BUY", 11, 2.10m) with { TimeInForce = "IOC" });
        Assert.Equal(("Cancelled", 10m), (LastOrder().Status, LastOrder().Filled));
    }

    [Fact]
    public void Fills_a_combo_wholly_or_not_at_all()
    {
        var other = ScriptedMarket.Call(605);
        market.Quote(other.ConId, ScriptedMarket.OptionQuote(0.90m, 1.00m, 3));
        var contract = new Contract { Symbol = "SPY", SecType = "BAG" };
        IReadOnlyList<OrderLeg> legs = [new(Call, 1, true), new(other, 1, false)];
        Assert.Null(broker.Place(7, 1, contract, legs, Limit("BUY", 4, 1.20m)));
        Assert.Equal(0m, Order(1).Filled);
        market.Quote(other.ConId, ScriptedMarket.OptionQuote(0.90m, 1.00m, 4));
        Assert.Equal(["executed BUY 4 @ 1.20", "executed BUY 4 @ 2.10", "executed SELL 4 @ 0.90", "Filled", "commission 2.60", "commission 2.60"], Story()[2..]);
        Assert.Equal([4m, -4m], broker.Value().Holdings.OrderBy(each => each.Holding.Contract.Strike).Select(each => each.Holding.Quantity));
    }

    [Fact]
    public void Previews_the_margin_and_places_nothing()
    {
        Assert.Null(broker.Preview(7, 1, ContractDescriptions.Describe(Call), [new OrderLeg(Call, 1, true)], Limit("BUY", 1, 2.10m), out var preview));
        Assert.Equal((0m, 205m, 0.65m), (preview!.Before.InitialMargin, preview.After.InitialMargin, preview.Commission));
        Assert.Empty(events);
        Assert.Equal(1, broker.NextOrderId(7));
    }

    [Fact]
    public void Holds_an_order_that_is_not_to_be_transmitted()
    {
        Place(1, Limit("BUY", 1, 2.10m) with { Transmit = false });
        Assert.Equal(["Inactive"], Story());
        Place(1, Limit("BUY", 1, 2.10m));
        Assert.Equal("Filled", LastOrder().Status);
    }

    private static Order Limit(string action, decimal quantity, decimal price) =>
        new() { Action = action, OrderType = "LMT", TotalQuantity = quantity, LimitPrice = price, TimeInForce = "DAY" };

    private OrderRefusal? Place(int orderId, Order order) => broker.Place(7, orderId, ContractDescriptions.Describe(Call), [new OrderLeg(Call, 1, true)], order);

    private PaperOrder Order(int orderId) => broker.OpenOrders(7).Single(order => order.OrderId == orderId);

    private PaperOrder LastOrder() => events.OfType<OrderChanged>().Last().Order;

    private List<string> Story() => [.. events.Select(happened => happened switch
    {
        OrderChanged changed => changed.Order.Status,
        OrderExecuted { Execution: var done } => FormattableString.Invariant($"executed {(done.IsBuy ? "BUY" : "SELL")} {done.Quantity} @ {done.Price:F2}"),
        CommissionKnown { Execution.Commission: var cost } => FormattableString.Invariant($"commission {cost:F2}"),
        _ => "?",
    })];
}
