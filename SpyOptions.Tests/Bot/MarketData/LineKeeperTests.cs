using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Feed;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.Bot.MarketData;

public sealed class LineKeeperTests : IDisposable
{
    private readonly MarketDataStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task It_takes_the_underlying_first_and_stays_within_the_budget_while_lines_rotate()
    {
        _stage.TellTime();
        await _stage.Discovery.DiscoverAsync(new DateOnly(2026, 7, 24), TestContext.Current.CancellationToken);
        _stage.Keeper.Update(0);
        Assert.Equal([FakeMarketGateway.UnderlyingConId], _stage.Gateway.Lines.Keys);
        Assert.Equal("100,101,106,411", _stage.Gateway.Lines.Values.Single().GenericTicks);

        _stage.TickSpot(600);
        for (var turn = 0; turn < 20; turn++)
        {
            _stage.Keeper.Update(turn);
        }

        Assert.InRange(_stage.Gateway.LinesPeak, 98, 100);
        Assert.Equal(_stage.Gateway.Lines.Count, _stage.Keeper.LinesUsed);
        var option = _stage.Chain.Find(FakeMarketGateway.ConId(new DateOnly(2026, 7, 24), 600, "C"))!;
        Assert.True(option.Subscribed);
        Assert.Equal("100,101,106", _stage.Gateway.Lines[option.Contract.ConId].GenericTicks);
    }

    [Fact]
    public async Task A_tick_becomes_a_stamped_quote_that_is_handed_over()
    {
        await _stage.StreamAsync();
        var line = FrontCall();
        var received = _stage.Time.GetTimestamp();
        _stage.Time.Advance(TimeSpan.FromMilliseconds(2));
        line.Handler.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(5, TickType.Bid, 2.00m, 10, 1), received);
        line.Handler.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(5, TickType.Ask, 2.10m, 11, 1), received);
        line.Handler.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(5, TickType.High, 9m, 0, 0), received);

        Assert.True(_stage.Changes.TryTake(out var change));
        Assert.Equal(line.Key, change.Option.Contract.ConId);
        Assert.Equal(2.05m, change.Quote.Mid);
        Assert.False(change.Quote.Stale);
        Assert.Equal(MarketDataStage.Now, change.Quote.ObservedAt);
        Assert.Equal(received, change.Quote.ReceivedTimestamp);
        Assert.NotNull(change.Quote.MarketAt);
        Assert.Equal(1, change.Overtaken);
        Assert.Equal(1, _stage.Metrics.TicksIgnored.Read(TickReasons.NotNeeded));
        Assert.Equal(5, _stage.Pulse.Count);
        Assert.Equal(HopLatencies.ReceivedObserved, Assert.Single(_stage.Hops.Read()).Hop);
    }

    [Fact]
    public async Task A_line_that_begins_has_no_mid_before_both_sides_came()
    {
        await _stage.StreamAsync();
        var line = FrontCall();
        line.Handler.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(5, TickType.Ask, 0.05m, 10, 1), _stage.Time.GetTimestamp());
        var option = _stage.Chain.Find(line.Key)!;
        Assert.True(option.Quote.Stale);
        _stage.Time.Advance(TimeSpan.FromSeconds(3));
        line.Handler.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(5, TickType.Ask, 0.04m, 10, 1), _stage.Time.GetTimestamp());
        Assert.False(option.Quote.Stale);
        Assert.Null(option.Quote.Bid);
    }

    [Fact]
    public async Task A_lost_feed_marks_quotes_stale_until_both_sides_came_again()
    {
        await _stage.StreamAsync();
        var line = FrontCall();
        var option = _stage.Chain.Find(line.Key)!;
        Quote(line);
        Assert.False(option.Quote.Stale);
        _stage.Keeper.MarkStale();
        Assert.True(option.Quote.Stale);
        Assert.True(_stage.Chain.UnderlyingQuote.Stale);
        line.Handler.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(5, TickType.Bid, 2m, 10, 1), _stage.Time.GetTimestamp());
        Assert.True(option.Quote.Stale);
        Quote(line);
        Assert.False(option.Quote.Stale);
    }

    [Fact]
    public async Task A_line_over_the_gateways_limit_lowers_the_budget_but_never_costs_a_pinned_contract()
    {
        var pinned = FakeMarketGateway.ConId(new DateOnly(2026, 7, 28), 650, "P");
        _stage.Keeper.Pinned = new HashSet<int> { pinned };
        await _stage.StreamAsync();
        Assert.Contains(pinned, _stage.Gateway.Lines.Keys);
        foreach (var key in new[] { pinned, FrontCall().Key })
        {
            _stage.Gateway.Lines[key].Handler.OnError(MarketDataStage.NoSubscription, new ErrorNotice(5, 101, "Max number of tickers has been reached"));
        }

        _stage.Keeper.Update(0);
        Assert.InRange(_stage.Keeper.LinesMax, 96, 98);
        Assert.True(_stage.Gateway.Lines.Count <= _stage.Keeper.LinesMax);
        Assert.Contains(pinned, _stage.Gateway.Lines.Keys);
        Assert.Contains(FakeMarketGateway.ConId(new DateOnly(2026, 7, 24), 600, "C"), _stage.Gateway.Lines.Keys);
        Assert.Equal(2, _stage.Metrics.LinesDropped.Read("101"));

        _stage.Keeper.Reset();
        Assert.Equal(100, _stage.Keeper.LinesMax);
    }

    [Fact]
    public async Task The_underlying_gets_its_line_back_at_the_cost_of_an_option()
    {
        await _stage.StreamAsync();
        var before = _stage.Gateway.Lines.Count;
        _stage.Gateway.Lines[FakeMarketGateway.UnderlyingConId].Handler.OnError(MarketDataStage.NoSubscription, new ErrorNotice(5, 101, ""));
        _stage.Keeper.Update(0);
        Assert.Contains(FakeMarketGateway.UnderlyingConId, _stage.Gateway.Lines.Keys);
        Assert.True(_stage.Gateway.Lines.Count < before);
    }

    [Fact]
    public async Task A_contract_unknown_to_the_gateway_gives_its_line_to_another()
    {
        await _stage.StreamAsync();
        var before = _stage.Gateway.Lines.Count;
        var line = FrontCall();
        line.Handler.OnError(MarketDataStage.NoSubscription, new ErrorNotice(5, 200, "No security definition"));
        _stage.Keeper.Update(0);
        _stage.Keeper.Update(0);
        Assert.DoesNotContain(line.Key, _stage.Gateway.Lines.Keys);
        Assert.InRange(_stage.Gateway.Lines.Count, before - 1, before + 1);
        Assert.Equal(100, _stage.Keeper.LinesMax);
    }

    [Fact]
    public async Task What_the_gateway_says_about_a_line_reaches_the_feed()
    {
        await _stage.StreamAsync();
        _stage.Feed.Step(1);
        _stage.Time.Advance(TimeSpan.FromSeconds(1));
        _stage.TickSpot(600);
        Quote(FrontCall());
        Assert.Equal(FeedState.Live, _stage.Feed.Step(90).State);
        FrontCall().Handler.OnMarketDataType(MarketDataStage.NoSubscription, 3);
        Assert.Equal(FeedState.Delayed, _stage.Feed.Step(90).State);
        _stage.Time.Advance(TimeSpan.FromSeconds(1));
        FrontCall().Handler.OnError(MarketDataStage.NoSubscription, new ErrorNotice(5, 10197, "No market data during competing live session"));
        Assert.Equal(FeedCause.CompetingSession, _stage.Feed.Step(90).Cause);
    }

    [Fact]
    public async Task Ticks_allocate_nothing()
    {
        await _stage.StreamAsync();
        var line = FrontCall();
        for (var warmUp = 0; warmUp < 2_000; warmUp++)
        {
            Quote(line);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var tick = 0; tick < 10_000; tick++)
        {
            Quote(line);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }

    private FakeMarketGateway.FakeLine FrontCall() => _stage.Gateway.Lines[FakeMarketGateway.ConId(new DateOnly(2026, 7, 24), 600, "C")];

    private void Quote(FakeMarketGateway.FakeLine line)
    {
        var received = _stage.Time.GetTimestamp();
        line.Handler.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(5, TickType.Bid, 2.00m, 10, 1), received);
        line.Handler.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(5, TickType.Ask, 2.10m, 11, 1), received);
        line.Handler.OnTickSize(MarketDataStage.NoSubscription, new TickSize(5, TickType.Volume, 100), received);
        line.Handler.OnTickOptionComputation(
            MarketDataStage.NoSubscription, new TickOptionComputation(5, TickType.ModelComputation, 0, 0.15, 0.5, 2.05, 0, 0.05, 0.2, -0.1, 600), received);
    }
}
