using SpyOptions.PaperGateway.Market;
using SpyOptions.Tests.PaperGateway.Support;
using SpyOptions.Tws.Messages.Account;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.PaperGateway.Sessions;

public sealed class RequestTests
{
    private static readonly Contract Spy = new() { Symbol = "SPY", SecType = "STK", Exchange = "SMART", Currency = "USD" };

    [Fact]
    public async Task Finds_contracts_by_id_by_local_symbol_and_by_part()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        var call = ScriptedMarket.Call(600);
        await client.SendAsync(new ContractDetailsRequest(1, new Contract { ConId = call.ConId }));
        Assert.Equal(call.LocalSymbol, (await client.UntilAsync<ContractDetails>()).Contract.LocalSymbol);
        await client.SendAsync(new ContractDetailsRequest(2, new Contract { LocalSymbol = call.LocalSymbol, SecType = "OPT" }));
        Assert.Equal(call.ConId, (await client.UntilAsync<ContractDetails>()).Contract.ConId);
        await client.SendAsync(new ContractDetailsRequest(3, Option with { LastTradeDateOrContractMonth = "20261016", Right = "P" }));
        await client.UntilAsync<ContractDetailsEnd>(end => end.RequestId == 3);
        var puts = client.Seen.OfType<ContractDetails>().Where(details => details.RequestId == 3).Select(details => details.Contract).ToList();
        Assert.Equal([590m, 595m, 600m, 605m, 610m], puts.Select(put => put.Strike));
        Assert.All(puts, put => Assert.Equal(("P", "20261016", "100"), (put.Right, put.LastTradeDateOrContractMonth, put.Multiplier)));
    }

    [Fact]
    public async Task Refuses_what_is_not_listed_and_what_is_ambiguous()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new ContractDetailsRequest(1, Spy with { Symbol = "QQQ" }));
        Assert.Equal(200, (await client.UntilErrorAsync(1)).Code);
        await client.SendAsync(new ContractDetailsRequest(2, Option with { LastTradeDateOrContractMonth = "20261016", Strike = 591, Right = "C" }));
        Assert.Equal(200, (await client.UntilErrorAsync(2)).Code);
        await client.SendAsync(new MarketDataRequest(3, Option with { LastTradeDateOrContractMonth = "20261016", Strike = 590 }));
        var ambiguous = await client.UntilErrorAsync(3);
        Assert.Equal(200, ambiguous.Code);
        Assert.Contains("ambiguous", ambiguous.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_option_parameters_of_real_expiries_and_strikes()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new OptionParametersRequest(1, "SPY", "", "STK", ListedContract.StockConId));
        await client.UntilAsync<OptionParametersEnd>();
        var smart = client.Seen.OfType<OptionParameters>().Single(row => row is { Exchange: "SMART", TradingClass: "SPY" });
        Assert.Equal(["20261005", "20261016"], smart.Expirations);
        Assert.Equal(21, smart.Strikes.Count);
        await client.SendAsync(new OptionParametersRequest(2, "SPY", "", "STK", 1));
        Assert.Equal(200, (await client.UntilErrorAsync(2)).Code);
    }

    [Theory]
    [InlineData(176)]
    [InlineData(177)]
    [InlineData(178)]
    public async Task Streams_an_option_with_greeks_volume_and_open_interest(int version)
    {
        await using var gateway = await GatewayUnderTest.StartAsync($"--Gateway:VersionMax={version}");
        using var client = await gateway.ConnectAsync(range: $"v176..{version}");
        var call = ScriptedMarket.Call(600);
        await client.SendAsync(new MarketDataRequest(1, new Contract { ConId = call.ConId, Exchange = "SMART" }, "100,101,106"));
        await client.UntilAsync<TickGeneric>(tick => tick.TickType == TickType.Halted);
        var ticks = client.Seen.SkipWhile(reply => reply is not TickRequestParameters).ToList();
        Assert.IsType<MarketDataTypeNotice>(ticks[1]);
        Assert.Contains(new TickPrice(1, TickType.Bid, 2.00m, 10, 1), ticks);
        Assert.Contains(new TickPrice(1, TickType.Ask, 2.10m, 10, 1), ticks);
        Assert.Contains(new TickSize(1, TickType.CallOpenInterest, 4_500), ticks);
        Assert.Contains(new TickSize(1, TickType.CallVolume, 120), ticks);
        Assert.Contains(new TickSize(1, TickType.Volume, 120), ticks);
        Assert.Contains(new TickGeneric(1, TickType.OptionImpliedVolatility, 0.15), ticks);
        Assert.Contains(new TickString(1, TickType.LastTimestamp, "1791216000"), ticks);
        Assert.Contains(new TickOptionComputation(1, TickType.ModelComputation, 1, 0.15, 0.5, 2.05, 0, 0.05, 0.21, -0.15, 600), ticks);

        gateway.Market.Quote(call.ConId, ScriptedMarket.OptionQuote(null, 2.10m));
        Assert.Equal(new TickPrice(1, TickType.Bid, -1, 0, 0), await client.UntilAsync<TickPrice>());
    }

    [Fact]
    public async Task Ends_a_snapshot_by_itself_and_uses_no_line()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new MarketDataRequest(1, Spy, "", Snapshot: true));
        await client.UntilAsync<TickSnapshotEnd>();
        Assert.Contains(client.Seen, reply => reply is TickPrice { TickType: TickType.Last, Price: 600m });
        await client.SendAsync(new CancelMarketDataRequest(1));
        Assert.Equal(300, (await client.UntilErrorAsync(1)).Code);
    }

    [Theory]
    [InlineData("100,104")]
    [InlineData("292")]
    [InlineData("x")]
    public async Task Refuses_the_whole_request_for_one_illegal_generic_tick(string ticks)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new MarketDataRequest(1, Spy, ticks));
        var error = await client.UntilErrorAsync(1);
        Assert.Equal(321, error.Code);
        Assert.Contains("100(Option Volume),101(Option Open Interest)", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_ticker_id_in_use_a_line_too_many_and_an_unknown_cancel()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("--Gateway:LinesMax=2");
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new MarketDataRequest(1, Spy));
        await client.SendAsync(new MarketDataRequest(1, Spy));
        Assert.Equal(322, (await client.UntilErrorAsync(1)).Code);
        await client.SendAsync(new MarketDataRequest(2, Spy));
        await client.SendAsync(new MarketDataRequest(3, Spy));
        Assert.Equal(101, (await client.UntilErrorAsync(3)).Code);
        await client.SendAsync(new CancelMarketDataRequest(2));
        await client.SendAsync(new MarketDataRequest(4, Spy));
        await client.UntilAsync<TickPrice>(tick => tick.RequestId == 4);
        await client.SendAsync(new CancelMarketDataRequest(9));
        Assert.Equal(300, (await client.UntilErrorAsync(9)).Code);
    }

    [Fact]
    public async Task Quotes_a_combo_from_its_legs()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new MarketDataRequest(1, MarketDataCombo()));
        Assert.Equal(-0.10m, (await client.UntilAsync<TickPrice>(tick => tick.TickType == TickType.Bid)).Price);
        Assert.Equal(0.10m, (await client.UntilAsync<TickPrice>(tick => tick.TickType == TickType.Ask)).Price);
        gateway.Market.Quote(ScriptedMarket.Call(600).ConId, ScriptedMarket.OptionQuote(3.00m, 3.10m));
        Assert.Equal(0.90m, (await client.UntilAsync<TickPrice>(tick => tick.TickType == TickType.Bid)).Price);
    }

    [Fact]
    public async Task Feeds_every_tick_of_the_stock_and_refuses_options()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new TickByTickRequest(1, Spy, "BidAsk"));
        await client.SendAsync(new TickByTickRequest(2, new Contract { ConId = ScriptedMarket.Call(600).ConId }, "Last"));
        Assert.Equal(10189, (await client.UntilErrorAsync(2)).Code);
        gateway.Market.Quote(ListedContract.StockConId, ScriptedMarket.StockQuote with { Bid = 599.98m });
        Assert.Equal(599.98m, (await client.UntilAsync<TickByTickBidAsk>()).Bid);
    }

    [Fact]
    public async Task Tells_bars_of_the_session_so_far_and_error_162_when_there_are_none()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        var request = new HistoricalDataRequest { RequestId = 1, Contract = Spy, BarSize = "1 min", Duration = "1 D", WhatToShow = "TRADES" };
        await client.SendAsync(request);
        Assert.Equal(162, (await client.UntilErrorAsync(1)).Code);
        await client.SendAsync(new RealTimeBarsRequest(2, Spy));
        await client.SendAsync(new CurrentTimeRequest());
        await client.UntilAsync<CurrentTime>();
        foreach (var (second, price) in new[] { (-60, 600.5m), (-57, 600.2m), (-5, 601m), (0, 600.9m) })
        {
            var at = ScriptedMarket.Noon.AddSeconds(second);
            gateway.Market.Quote(ListedContract.StockConId, ScriptedMarket.StockQuote with { Last = price, QuotedAt = at, LastTradeAt = at });
        }

        var bar = await client.UntilAsync<RealTimeBar>();
        Assert.Equal((600.5m, 600.5m, 600.2m, 600.2m, 2), (bar.Open, bar.High, bar.Low, bar.Close, bar.Count));
        await client.SendAsync(request with { RequestId = 3 });
        var bars = (await client.UntilAsync<HistoricalData>()).Bars;
        Assert.Equal(["20261005 11:59:00 US/Eastern", "20261005 12:00:00 US/Eastern"], bars.Select(each => each.Date));
        Assert.Equal((601m, 600.2m), (bars[0].High, bars[0].Low));
        await client.SendAsync(request with { RequestId = 4, BarSize = "7 apples" });
        Assert.Contains("barSize '7 apples'", (await client.UntilErrorAsync(4)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_account_and_its_values()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(new AccountSummaryRequest(1, "All", "NetLiquidation,BuyingPower"));
        await client.UntilAsync<AccountSummaryEnd>();
        Assert.Equal(
            [("NetLiquidation", "100000.00", "USD"), ("BuyingPower", "400000.00", "USD")],
            client.Seen.OfType<AccountSummary>().OrderByDescending(each => each.Tag).Select(each => (each.Tag, each.Value, each.Currency)));
        await client.SendAsync(new AccountUpdatesRequest(true, "DU1234567"));
        await client.UntilAsync<AccountUpdateTime>(time => time.TimeOfDay == "12:00");
        await client.UntilAsync<AccountDownloadEnd>();
        await client.SendAsync(new MarketRuleRequest(26));
        Assert.Equal(0.01m, Assert.Single((await client.UntilAsync<MarketRule>()).Increments).Increment);
        await client.SendAsync(new IdsRequest());
        Assert.Equal(1, (await client.UntilAsync<NextValidId>()).OrderId);
    }

    [Fact]
    public async Task Answers_everything_that_ib_async_asks_at_connect()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync(0);
        await client.SendFieldsAsync("61", "1");
        await client.SendFieldsAsync("5", "1");
        await client.SendFieldsAsync("99", "0");
        await client.SendFieldsAsync("6", "2", "1", "DU1234567");
        await client.SendFieldsAsync("76", "1", "2", "DU1234567", "", "0");
        await client.SendFieldsAsync("15", "1", "1");
        await client.SendFieldsAsync("7", "3", "3", "0", "", "", "", "", "", "");
        await client.UntilAsync<PositionsEnd>();
        await client.UntilAsync<OpenOrdersEnd>();
        await client.UntilAsync<CompletedOrdersEnd>();
        await client.UntilAsync<AccountDownloadEnd>();
        await client.UntilAsync<AccountUpdateMultiEnd>();
        await client.UntilAsync<ExecutionsEnd>();
        Assert.DoesNotContain(client.Seen, reply => reply is ErrorNotice { Id: not -1 });
    }

    private static Contract Option => new() { Symbol = "SPY", SecType = "OPT", Exchange = "SMART", Currency = "USD" };

    private static Contract MarketDataCombo() => new()
    {
        Symbol = "SPY",
        SecType = "BAG",
        Exchange = "SMART",
        Currency = "USD",
        ComboLegs = [new ComboLeg(ScriptedMarket.Call(600).ConId, 1, "BUY", "SMART"), new ComboLeg(ScriptedMarket.Call(605).ConId, 1, "SELL", "SMART")],
    };
}
