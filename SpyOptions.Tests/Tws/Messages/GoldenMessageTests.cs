using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Messages.Account;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Messages;

/// <summary>Messages that three independent clients decode must mean the same to us.</summary>
public sealed class GoldenMessageTests
{
    private const string ExecId = "0000e0d5.6a1f2b3c.01.01";

    private static readonly Contract Option = new()
    {
        ConId = 700001,
        Symbol = "SPY",
        SecType = "OPT",
        LastTradeDateOrContractMonth = "20261016",
        Strike = 590.0m,
        Right = "C",
        Multiplier = "100",
        Currency = "USD",
        LocalSymbol = "SPY   261016C00590000",
        TradingClass = "SPY",
    };

    /// <summary>Messages whose whole value is compared.</summary>
    private static readonly Dictionary<string, IReply> Values = new(StringComparer.Ordinal)
    {
        ["nextValidId"] = new NextValidId(100),
        ["currentTime"] = new CurrentTime(1791129600),
        ["errMsg notice"] = new ErrorNotice(-1, 2104, "Market data farm connection is OK:usopt"),
        ["errMsg request"] = new ErrorNotice(1, 200, "No security definition has been found for the request"),
        ["contractDataEnd"] = new ContractDetailsEnd(2),
        ["secDefOptParamsEnd"] = new OptionParametersEnd(3),
        ["tickReqParams"] = new TickRequestParameters(3, 0.01m, "9c0001", 3),
        ["marketDataType"] = new MarketDataTypeNotice(3, 1),
        ["tickPrice bid"] = new TickPrice(3, TickType.Bid, 3.45m, 12, 1),
        ["tickSize askSize"] = new TickSize(3, TickType.AskSize, 40),
        ["tickGeneric optIV"] = new TickGeneric(3, TickType.OptionImpliedVolatility, 0.1534),
        ["tickString lastTimestamp"] = new TickString(3, TickType.LastTimestamp, "1791129600"),
        ["tickOptionComputation model"] =
            new TickOptionComputation(3, TickType.ModelComputation, 0, 0.1534, 0.5021, 3.4512, 0, 0.0521, 0.2134, -0.1523, 590.25),
        ["tickOptionComputation not computed"] = new TickOptionComputation(3, TickType.BidComputation, 1, -1, -2, -1, -1, -2, -2, -2, -1),
        ["tickSnapshotEnd"] = new TickSnapshotEnd(3),
        ["tickByTick Last"] = new TickByTickLast(4, 1, 1791129600, 590.25m, 100, 0, "ARCA", ""),
        ["tickByTick BidAsk"] = new TickByTickBidAsk(5, 1791129600, 590.24m, 590.26m, 300, 500, 0),
        ["realTimeBar"] = new RealTimeBar(6, 1791129600, 590.1m, 590.4m, 590.0m, 590.25m, 12000, 590.2m, 85),
        ["accountValue"] = new AccountValue("NetLiquidation", "100000.00", "USD", "DU1234567"),
        ["portfolioValue"] = new PortfolioValue(Option, 1, 3.45m, 345.0m, 340.65m, 4.35m, 0.0m, "DU1234567"),
        ["accountUpdateTime"] = new AccountUpdateTime("15:59"),
        ["accountDownloadEnd"] = new AccountDownloadEnd("DU1234567"),
        ["position"] = new Position("DU1234567", Option, 1, 340.65m),
        ["positionEnd"] = new PositionsEnd(),
        ["accountSummary"] = new AccountSummary(8, "DU1234567", "NetLiquidation", "100000.00", "USD"),
        ["accountSummaryEnd"] = new AccountSummaryEnd(8),
        ["orderStatus PreSubmitted"] = new OrderStatus(100, OrderState.PreSubmitted, 0, 1, 0, 1377295418, 0, 0, 7, "", 0),
        ["orderStatus Filled"] = new OrderStatus(100, OrderState.Filled, 1, 0, 3.45m, 1377295418, 0, 3.45m, 7, "", 0),
        ["openOrderEnd"] = new OpenOrdersEnd(),
        ["execDetails"] = new ExecutionDetails
        {
            RequestId = ExecutionDetails.Unsolicited,
            OrderId = 100,
            Contract = Option with { Exchange = "CBOE" },
            ExecId = ExecId,
            Time = "20261005 10:31:07 US/Eastern",
            Account = "DU1234567",
            ExecutionExchange = "CBOE",
            Side = "BOT",
            Quantity = 1,
            Price = 3.45m,
            PermId = 1377295418,
            ClientId = 7,
            CumulativeQuantity = 1,
            AveragePrice = 3.45m,
            OrderRef = "ref-1",
            EconomicValueMultiplier = 0,
            LastLiquidity = 1,
        },
        ["execDetailsEnd"] = new ExecutionsEnd(9),
        ["commissionReport"] = new CommissionReport(ExecId, 0.65m, "USD", null, null, 0),
        ["completedOrdersEnd"] = new CompletedOrdersEnd(),
    };

    /// <summary>Messages with lists or very many fields, of which the telling ones are compared.</summary>
    private static readonly Dictionary<string, Action<IReply>> Checks = new(StringComparer.Ordinal)
    {
        ["managedAccounts"] = reply => Assert.Equal(["DU1234567"], Assert.IsType<ManagedAccounts>(reply).Accounts),
        ["contractData STK"] = reply => CheckStock(Assert.IsType<ContractDetails>(reply)),
        ["contractData OPT"] = reply => CheckOption(Assert.IsType<ContractDetails>(reply)),
        ["secDefOptParams"] = reply =>
        {
            var parameters = Assert.IsType<OptionParameters>(reply);
            Assert.Equal(("SMART", 756733, "SPY", "100"), (parameters.Exchange, parameters.UnderlyingConId, parameters.TradingClass, parameters.Multiplier));
            Assert.Equal(["20261016", "20261120"], parameters.Expirations);
            Assert.Equal([585m, 590m, 595m], parameters.Strikes);
        },
        ["historicalData"] = reply => Assert.Equal(
            [
                new HistoricalBar("20261001 09:30:00 US/Eastern", 590.1m, 590.9m, 589.8m, 590.5m, 120000, 590.3m, 800),
                new HistoricalBar("20261001 09:35:00 US/Eastern", 590.5m, 591.0m, 590.2m, 590.8m, 90000, 590.6m, 640),
            ],
            Assert.IsType<HistoricalData>(reply).Bars),
        ["openOrder OPT"] = reply => CheckOpenOrder(Assert.IsType<OpenOrder>(reply)),
        ["openOrder BAG"] = reply => CheckOpenCombo(Assert.IsType<OpenOrder>(reply)),
        ["marketRule"] = reply => Assert.Equal([new PriceIncrement(0, 0.01m), new PriceIncrement(3, 0.05m)], Assert.IsType<MarketRule>(reply).Increments),
    };

    [Theory]
    [InlineData(176)]
    [InlineData(178)]
    public void Every_golden_message_means_what_it_should(int serverVersion)
    {
        foreach (var (name, fields) in ProtocolFiles.Golden(serverVersion))
        {
            var reply = WireText.Reply(WireText.Payload(fields), serverVersion);
            if (Values.TryGetValue(name, out var expected))
            {
                // Lists compare by identity; these values hold none but the empty one.
                Assert.Equal(expected, reply);
            }
            else
            {
                Assert.True(Checks.ContainsKey(name), $"'{name}' has no expectation.");
                Checks[name](reply);
            }
        }
    }

    [Theory]
    [InlineData(176)]
    [InlineData(178)]
    public void Every_golden_message_is_written_back_with_the_same_fields(int serverVersion)
    {
        foreach (var (name, theirs) in ProtocolFiles.Golden(serverVersion))
        {
            var ours = WireText.Fields(WireText.Encode(WireText.Reply(WireText.Payload(theirs), serverVersion), serverVersion));
            Assert.Equal(theirs.Length, ours.Length);
            var matches = theirs.Zip(ours, FieldComparison.Compare).ToList();
            Assert.All(matches, match => Assert.True(match is FieldMatch.Same or FieldMatch.SameNumber, $"{name}: {string.Join('|', ours)}"));
        }
    }

    private static void CheckStock(ContractDetails details)
    {
        Assert.Equal(756733, details.Contract.ConId);
        Assert.Equal("ARCA", details.Contract.PrimaryExchange);
        Assert.Equal("SPDR S&P 500 ETF TRUST", details.LongName);
        Assert.Equal([new TagValue("ISIN", "US78462F1030")], details.SecIds);
        Assert.Equal(("ETF", 100m), (details.StockType, details.SuggestedSizeIncrement!.Value));
        Assert.Equal("20261005:0930-20261005:1600", details.LiquidHours);
    }

    private static void CheckOption(ContractDetails details)
    {
        Assert.Equal(Option with { Exchange = "SMART", Strike = 590, ComboLegs = details.Contract.ComboLegs }, details.Contract);
        Assert.Equal(("15:00", "US/Central", "20261016"), (details.LastTradeTime, details.LastTradeZone, details.RealExpirationDate));
        Assert.Equal((756733, "SPY", "STK"), (details.UnderlyingConId, details.UnderlyingSymbol, details.UnderlyingSecType));
        Assert.Equal((0.01m, "109,109", "SMART,CBOE"), (details.MinTick, details.MarketRuleIds, details.ValidExchanges));
        Assert.Equal("202610", details.ContractMonth);
    }

    private static void CheckOpenOrder(OpenOrder open)
    {
        Assert.Equal((100, 7, 1377295418L), (open.OrderId, open.ClientId, open.PermId));
        Assert.Equal(("BUY", 1m, "LMT", 3.45m, "DAY"), (open.Order.Action, open.Order.TotalQuantity, open.Order.OrderType, open.Order.LimitPrice, open.Order.TimeInForce));
        Assert.Equal(("ref-1", "DU1234567", "IB"), (open.Order.OrderRef, open.Order.Account, open.Order.ClearingIntent));
        Assert.Equal(("None", "?"), (open.Order.DeltaNeutral.OrderType, open.Order.DeltaNeutral.OpenClose));
        Assert.Null(open.Order.DisplaySize);
        Assert.Null(open.Order.Scale.InitialLevelSize);
        Assert.Equal(3, open.Order.OcaType);
        Assert.Equal(OrderState.PreSubmitted, open.State.Status);
        Assert.Null(open.State.InitialMarginBefore);
        Assert.Equal((null, 4.45m), (open.PlacedTrailStopPrice, open.Order.TrailStopPrice));
        Assert.True(open.Order.DontUseAutoPriceForHedge);
        Assert.Equal("None", open.Order.AdjustedOrderType);
        Assert.Null(open.Order.TriggerPrice);
    }

    private static void CheckOpenCombo(OpenOrder open)
    {
        Assert.True(open.Contract.IsCombo);
        Assert.Equal([new ComboLeg(700001, 1, "BUY", "SMART"), new ComboLeg(700002, 1, "SELL", "SMART")], open.Contract.ComboLegs);
        Assert.Equal([new TagValue("NonGuaranteed", "1")], open.Order.SmartComboRouting);
        Assert.Equal("700001|1,700002|-1", open.ComboLegsDescription);
        Assert.Equal(OrderState.Submitted, open.State.Status);
    }
}
