using SpyOptions.PaperGateway.Market;

namespace SpyOptions.Tests.PaperGateway.Market;

public sealed class TradeRangeTests
{
    private readonly SyntheticSession session = new(speed: 600);

    [Fact]
    public void Every_trade_lies_between_low_and_high_which_only_widen_around_an_open_that_stays()
    {
        session.WatchNearTheMoney(40);
        session.Run(20);
        foreach (var changes in session.Changes.GroupBy(change => change.ConId))
        {
            var quotes = changes.Select(change => change.Quote).Where(quote => quote.Open is not null).ToList();
            Assert.True(quotes.Count > 10, $"{quotes.Count} quotes of {changes.Key}");
            Assert.All(quotes, quote => Assert.True(quote.Low > 0 && quote.Low <= quote.Open && quote.Open <= quote.High && quote.Low <= quote.Last && quote.Last <= quote.High, $"{quote}"));
            Assert.Single(quotes.Select(quote => quote.Open).Distinct());
            Assert.Single(quotes.Select(quote => quote.PriorClose).Distinct());
            Assert.Equal(quotes.Select(quote => quote.High).Order(), quotes.Select(quote => quote.High));
            Assert.Equal(quotes.Select(quote => quote.Low).OrderDescending(), quotes.Select(quote => quote.Low));
            Assert.True(quotes[^1].High > quotes[^1].Low);
        }
    }

    [Fact]
    public void What_did_not_trade_has_no_open_high_or_low()
    {
        var idle = session.Market.Contracts.Select(contract => session.Quote(contract.ConId)).Where(quote => quote.Volume == 0).ToList();
        Assert.NotEmpty(idle);
        Assert.All(idle, quote => Assert.Equal((null, null, null, null), (quote.Open, quote.High, quote.Low, quote.Last)));
    }

    [Fact]
    public void The_prior_close_is_worth_what_the_stock_closed_at()
    {
        var stock = session.Quote(ListedContract.StockConId).PriorClose!.Value;
        foreach (var strike in new[] { 720m, 740m, 760m })
        {
            var expiry = new DateOnly(2026, 7, 31);
            var (call, put) = (PriorClose(expiry, strike, true), PriorClose(expiry, strike, false));
            Assert.InRange(call, Math.Max(stock - strike, 0.01m), 60m);
            Assert.InRange(call - put, stock - strike - 0.10m, stock - strike + 1.00m);
        }

        Assert.True(PriorClose(new DateOnly(2026, 8, 21), 740m, true) > PriorClose(new DateOnly(2026, 7, 31), 740m, true));
        Assert.All(session.Market.Contracts, contract => Assert.True(session.Quote(contract.ConId).PriorClose > 0m));
    }

    [Fact]
    public void A_jump_back_in_time_takes_later_trades_back()
    {
        var option = session.WatchNearTheMoney(1)[0].ConId;
        session.Run(20);
        var late = session.Quote(option);
        session.Market.Clock.Seek(session.Market.Clock.StartsAt.AddMinutes(5));
        session.Market.Step();
        var early = session.Quote(option);
        Assert.True(early.LastTradeAt <= session.Market.Clock.Now, $"{early.LastTradeAt}");
        Assert.True(early.High - early.Low < late.High - late.Low, $"{early.Low} {early.High}, before {late.Low} {late.High}");
        Assert.True(early.Low <= early.Last && early.Last <= early.High);
    }

    private decimal PriorClose(DateOnly expiry, decimal strike, bool isCall) => session.Quote(ListedContract.Option(expiry, strike, isCall).ConId).PriorClose!.Value;
}
