using SpyOptions.PaperGateway.Market;
using SpyOptions.Quant.Calendars;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Tests.PaperGateway.Market;

public sealed class SyntheticMarketTests
{
    [Fact]
    public void The_same_seed_gives_the_same_ticks_and_another_seed_others()
    {
        static List<QuoteChange> Play(int seed)
        {
            var session = new SyntheticSession(seed, anomaliesPerMinute: 20);
            session.WatchNearTheMoney(60);
            session.Run(20);
            return session.Changes;
        }

        var first = Play(7);
        Assert.True(first.Count > 6_500, $"{first.Count} changes");
        Assert.True(first.SequenceEqual(Play(7)), "the same seed");
        Assert.False(first.SequenceEqual(Play(8)), "another seed");
    }

    [Fact]
    public void What_nobody_watches_does_not_tick_and_asking_does_not_disturb()
    {
        var (asked, quiet) = (new SyntheticSession(), new SyntheticSession());
        asked.WatchNearTheMoney(10);
        quiet.WatchNearTheMoney(10);
        foreach (var contract in asked.Market.Contracts.Take(500))
        {
            asked.Quote(contract.ConId);
        }

        asked.Run(5);
        quiet.Run(5);
        Assert.True(quiet.Changes.SequenceEqual(asked.Changes));
        Assert.Equal(11, asked.Changes.Select(change => change.ConId).Distinct().Count());
    }

    [Fact]
    public void The_tick_rate_is_the_configured_one_at_any_speed()
    {
        foreach (var speed in new[] { 1.0, 60.0 })
        {
            var session = new SyntheticSession(ticksPerSecond: 1000, speed: speed);
            session.WatchNearTheMoney(50);
            session.Run(10);
            Assert.InRange(session.Changes.Count, 9_000, 10_050);
        }
    }

    [Theory]
    [InlineData("2026-07-24T15:00:00Z", "2026-07-24", "2026-07-24T15:00:00Z")]
    [InlineData("2026-07-24T20:00:00Z", "2026-07-27", "2026-07-27T13:30:00Z")]
    [InlineData("2026-07-24T04:30:00Z", "2026-07-24", "2026-07-24T13:30:00Z")]
    [InlineData("2026-11-26T15:00:00Z", "2026-11-27", "2026-11-27T14:30:00Z")]
    public void A_live_session_is_always_shown(string now, string session, string marketAt)
    {
        var market = new SyntheticSession(now: DateTimeOffset.Parse(now, null)).Market;
        Assert.Equal(DateOnly.Parse(session, null), market.SessionDate);
        Assert.Equal(DateTimeOffset.Parse(marketAt, null), market.Clock.Now);
    }

    [Fact]
    public void The_chain_has_the_size_of_SPY_and_ids_that_do_not_change()
    {
        var contracts = new SyntheticSession().Market.Contracts;
        Assert.Equal(ListedContract.StockConId, contracts[0].ConId);
        Assert.InRange(contracts.Count, 10_000, 18_000);
        Assert.InRange(contracts.Where(contract => contract.IsOption).Select(contract => contract.Expiry).Distinct().Count(), 33, 40);
        Assert.Equal(contracts.Count, contracts.Select(contract => contract.ConId).Distinct().Count());
        Assert.All(contracts, contract => Assert.True(contract.ConId > 0));
        var option = contracts.Single(contract => contract is { Strike: 740m, Right: "C" } && contract.Expiry == new DateOnly(2026, 8, 21));
        Assert.Equal("SPY   260821C00740000", option.LocalSymbol);
        Assert.Equal(ListedContract.Option(new DateOnly(2026, 8, 21), 740m, true), option);
        Assert.Equal(contracts, contracts.Skip(1).OrderBy(c => c.Expiry).ThenBy(c => c.Strike).ThenBy(c => c.Right).Prepend(contracts[0]));
    }

    [Fact]
    public void No_quote_of_a_clean_session_is_crossed_negative_or_not_a_number()
    {
        var session = new SyntheticSession(speed: 600);
        session.WatchNearTheMoney(200);
        foreach (var far in session.Market.Contracts.Where((_, index) => index % 40 == 1))
        {
            session.Market.Watch(far.ConId);
        }

        session.Run(39);
        Assert.Equal(session.Market.Clock.EndsAt, session.Market.Clock.Now);
        Assert.All(session.Changes, change => QuoteRules.AssertSound(change.Quote));
        Assert.Contains(session.Changes, change => change.Quote.Bid is null);
    }

    [Fact]
    public void At_the_close_the_quotes_stop()
    {
        var session = new SyntheticSession(now: ExchangeCalendar.ClosesAt(new DateOnly(2026, 7, 24)).AddSeconds(-2));
        session.WatchNearTheMoney(20);
        session.Run(3);
        session.Changes.Clear();
        session.Run(5);
        Assert.Empty(session.Changes);
        Assert.Equal(session.Market.Clock.EndsAt, session.Market.Clock.Now);
    }

    [Fact]
    public void The_model_volatility_is_the_one_that_its_price_implies()
    {
        var session = new SyntheticSession();
        foreach (var contract in session.WatchNearTheMoney(40))
        {
            var quote = session.Quote(contract.ConId);
            var years = ExchangeCalendar.YearsToExpiry(quote.QuotedAt, contract.Expiry!.Value);
            var (discount, forward) = (Math.Exp(-0.038 * years), quote.UnderlyingPrice * Math.Exp(0.027 * years));
            var found = ImpliedVolatility.TryFindBlack76(contract.IsCall, quote.ModelPrice!.Value, forward, (double)contract.Strike, years, discount);
            Assert.Equal(quote.ImpliedVolatility!.Value, found.Value!.Value, 6);
        }
    }

    [Fact]
    public void Volume_only_grows_and_a_jump_back_in_time_takes_it_back()
    {
        var session = new SyntheticSession(speed: 60);
        var watched = session.WatchNearTheMoney(30);
        session.Run(60);
        foreach (var group in session.Changes.GroupBy(change => change.ConId))
        {
            Assert.Equal(group.Select(change => change.Quote.Volume).Order(), group.Select(change => change.Quote.Volume));
        }

        var before = watched.Sum(contract => session.Quote(contract.ConId).Volume);
        session.Market.Clock.Seek(session.Market.Clock.StartsAt.AddMinutes(5));
        session.Run(0.05);
        Assert.InRange(watched.Sum(contract => session.Quote(contract.ConId).Volume), 1, before - 1);
    }

    [Fact]
    public void A_paused_market_does_not_tick()
    {
        var session = new SyntheticSession();
        session.WatchNearTheMoney(20);
        session.Market.Clock.Pause();
        session.Market.Step();
        session.Changes.Clear();
        session.Run(5);
        Assert.Empty(session.Changes);
        session.Market.Clock.Resume();
        session.Run(1);
        Assert.NotEmpty(session.Changes);
    }

    [Fact]
    public void Unwatched_once_for_each_watch_it_ticks_no_more()
    {
        var session = new SyntheticSession();
        var conId = session.WatchNearTheMoney(1)[0].ConId;
        session.Market.Watch(conId);
        session.Market.Unwatch(conId);
        session.Run(1);
        Assert.Contains(session.Changes, change => change.ConId == conId);
        session.Market.Unwatch(conId);
        session.Changes.Clear();
        session.Run(1);
        Assert.DoesNotContain(session.Changes, change => change.ConId == conId);
        session.Market.Watch(-5);
        Assert.False(session.Market.TryGetQuote(-5, out _));
    }
}
