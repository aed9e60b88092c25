using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Messages;

/// <summary>The blocks of an order that are on the wire only under a condition, each in both messages that carry orders.</summary>
public sealed class OrderBlockTests
{
    private static readonly Order Plain = new()
    {
        Action = "BUY",
        TotalQuantity = 1,
        OrderType = "LMT",
        LimitPrice = 3.45m,
        TimeInForce = "DAY",
    };

    private static readonly Contract Spy = new() { ConId = 756733, Symbol = "SPY", SecType = "STK", Exchange = "SMART", Currency = "USD" };

    private static readonly int PlainPlaceFields = WireText.Fields(WireText.Encode(new PlaceOrderRequest(1, Spy, Plain), 178)).Length;

    private static readonly int PlainOpenFields = WireText.Fields(WireText.Encode(new OpenOrder(1, Spy, Plain, new OrderState()), 178)).Length;

    public static TheoryData<string, int> Blocks { get; } = new()
    {
        { "delta neutral", 8 },
        { "scale", 7 },
        { "hedge", 1 },
        { "algo", 5 },
        { "peg benchmark", 5 },
        { "conditions", 34 },
    };

    [Fact]
    public void A_plain_order_has_the_documented_number_of_fields()
    {
        Assert.Equal(114, PlainPlaceFields);
        Assert.Equal(115, WireText.Fields(WireText.Encode(new PlaceOrderRequest(1, Spy, Plain), 176)).Length);
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_adds_its_fields_and_comes_back_the_same(string block, int fields)
    {
        var order = With(block);
        AssertRoundTrip(new PlaceOrderRequest(1, Spy, order), PlainPlaceFields + fields);
        AssertRoundTrip(new OpenOrder(1, Spy, order, new OrderState()), PlainOpenFields + fields);
    }

    [Fact]
    public void A_delta_neutral_contract_adds_three_fields()
    {
        var contract = Spy with { DeltaNeutral = new DeltaNeutralContract(700001, 0.5, 590.25m) };
        AssertRoundTrip(new PlaceOrderRequest(1, contract, Plain), PlainPlaceFields + 3);
        AssertRoundTrip(new OpenOrder(1, contract, Plain, new OrderState()), PlainOpenFields + 3);
    }

    [Fact]
    public void The_counts_of_a_combo_are_there_for_a_combo_alone()
    {
        var combo = Spy with { SecType = Contract.ComboSecType };
        AssertRoundTrip(new PlaceOrderRequest(1, combo, Plain), PlainPlaceFields + 3);
        var legs = combo with { ComboLegs = [new ComboLeg(1, 1, "BUY", "SMART"), new ComboLeg(2, 1, "SELL", "SMART", 1, 2, "here", 3)] };
        var order = Plain with { ComboLegPrices = [1.5m, null], SmartComboRouting = [new TagValue("NonGuaranteed", "1")] };
        AssertRoundTrip(new PlaceOrderRequest(1, legs, order), PlainPlaceFields + 3 + 16 + 2 + 2);
        AssertRoundTrip(new OpenOrder(1, legs, order, new OrderState()), PlainOpenFields + 16 + 2 + 2);
    }

    [Theory]
    [InlineData("LMT", "IBKRATS", null, 1)]
    [InlineData("PEG BEST", "SMART", 0.05, 2)]
    [InlineData("PEG BEST", "IBKRATS", double.PositiveInfinity, 5)]
    [InlineData("PEG MID", "SMART", null, 2)]
    public void The_last_fields_depend_on_exchange_and_type(string type, string exchange, double? offset, int fields)
    {
        var order = Plain with
        {
            OrderType = type,
            MinTradeQuantity = 2,
            MinCompeteSize = 3,
            CompeteAgainstBestOffset = offset,
            MidOffsetAtWhole = 0.01m,
            MidOffsetAtHalf = 0.005m,
        };
        AssertRoundTrip(new PlaceOrderRequest(1, Spy with { Exchange = exchange }, order), PlainPlaceFields + fields);
    }

    [Fact]
    public void A_condition_of_an_unknown_kind_is_an_error_that_names_it()
    {
        var conditions = new OrderConditions { Conditions = [new OrderCondition { Kind = 2 }] };
        var payload = WireText.Encode(new PlaceOrderRequest(1, Spy, Plain with { Conditions = conditions }), 178);
        var error = Assert.Throws<TwsProtocolException>(() => WireText.Request(payload, 178));
        Assert.Equal((3, "condition.type"), (error.MessageId, error.Field));
    }

    [Fact]
    public void Margins_of_a_what_if_order_come_back()
    {
        var state = new OrderState { Status = OrderState.PreSubmitted, InitialMarginAfter = 1234.56m, Commission = 0.65m, CommissionCurrency = "USD" };
        var open = Assert.IsType<OpenOrder>(WireText.Reply(WireText.Encode(new OpenOrder(1, Spy, Plain, state), 178), 178));
        Assert.Equal(state, open.State);
    }

    private static Order With(string block) => block switch
    {
        "delta neutral" => Plain with { DeltaNeutral = new DeltaNeutralTerms { OrderType = "MKT", AuxPrice = 1.5m, ConId = 7, ShortSale = true } },
        "scale" => Plain with { Scale = new ScaleTerms { InitialLevelSize = 1, PriceIncrement = 0.05m, ProfitOffset = 0.1m, RandomPercent = true } },
        "hedge" => Plain with { Hedge = new HedgeTerms("B", "0.5") },
        "algo" => Plain with { Algo = new AlgoTerms("Adaptive", [new TagValue("adaptivePriority", "Normal"), new TagValue("allow", "1")]) },
        "peg benchmark" => Plain with { OrderType = "PEG BENCH", PegBenchmark = new PegBenchmarkTerms(756733, true, 0.05m, 0.1m, "ARCA") },
        _ => Plain with { Conditions = AllConditions() },
    };

    private static OrderConditions AllConditions() => new()
    {
        IgnoreRegularHours = true,
        CancelOrder = true,
        Conditions =
        [
            new OrderCondition { Kind = OrderCondition.Price, IsMore = true, Value = "590.5", ConId = 756733, Exchange = "SMART", TriggerMethod = 2 },
            new OrderCondition { Kind = OrderCondition.Time, Conjunction = "o", IsMore = true, Value = "20261016 15:00:00 US/Eastern" },
            new OrderCondition { Kind = OrderCondition.Margin, Value = "30" },
            new OrderCondition { Kind = OrderCondition.Execution, SecType = "OPT", Exchange = "SMART", Symbol = "SPY" },
            new OrderCondition { Kind = OrderCondition.Volume, IsMore = true, Value = "1000", ConId = 756733, Exchange = "SMART" },
            new OrderCondition { Kind = OrderCondition.PercentChange, Value = "1.5", ConId = 756733, Exchange = "SMART" },
        ],
    };

    private static void AssertRoundTrip(ITwsMessage message, int fields)
    {
        var once = WireText.Encode(message, 178);
        Assert.Equal(fields, WireText.Fields(once).Length);
        ITwsMessage again = message is IRequest ? WireText.Request(once, 178) : WireText.Reply(once, 178);
        Assert.Equal(once, WireText.Encode(again, 178));
    }
}
