using Microsoft.Extensions.Time.Testing;
using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Market.Recorded;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.PaperGateway.Market;

public sealed class RecordedMarketTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 22, 13, 31, 0, TimeSpan.Zero);
    private static readonly int Call = ListedContract.Option(new DateOnly(2026, 7, 22), 740m, true).ConId;
    private static readonly int Put = ListedContract.Option(new DateOnly(2026, 7, 22), 740m, false).ConId;

    private readonly FakeTimeProvider time = new();
    private readonly RecordedMarket market;
    private readonly List<QuoteChange> changes = [];

    public RecordedMarketTests()
    {
        market = new RecordedMarket(SessionFileReader.Read(SessionFile.Write(SessionFile.Day())), 1, time);
        market.Changed += changes.Add;
        foreach (var contract in market.Contracts)
        {
            market.Watch(contract.ConId);
        }
    }

    [Fact]
    public void It_opens_at_the_first_snapshot()
    {
        Assert.Equal(Start, market.Clock.Now);
        Assert.Equal(new DateOnly(2026, 7, 22), market.SessionDate);
        Assert.Equal([ListedContract.StockConId, Call, Put], market.Contracts.Select(contract => contract.ConId));
        Assert.Equal((1.20m, 1.21m), (Quote(Call).Bid, Quote(Call).Ask));
        Assert.Equal((null, 1.62m, null), (Quote(Put).Bid, Quote(Put).Ask, Quote(Put).ImpliedVolatility));
        Assert.Equal((740m, null, 740.0), (Quote(ListedContract.StockConId).Last, Quote(ListedContract.StockConId).Bid, Quote(ListedContract.StockConId).UnderlyingPrice));
        Assert.Empty(market.Labels);
    }

    [Fact]
    public void Quotes_are_held_between_snapshots_and_spread_over_the_seconds_after_one()
    {
        Play(TimeSpan.FromSeconds(299));
        Assert.Empty(changes);
        Play(TimeSpan.FromSeconds(1));
        Assert.Equal([ListedContract.StockConId, Call], changes.Select(change => change.ConId));
        Assert.Equal(1.40m, 2.80m - Quote(Put).Ask + 0.22m);
        Play(TimeSpan.FromSeconds(1));
        Assert.Equal([ListedContract.StockConId, Call, Put], changes.Select(change => change.ConId));
        Assert.Equal(1.60m, Quote(Call).Bid);
        Assert.Equal(Start.AddMinutes(5), Quote(Call).QuotedAt);
        Assert.Equal(Start.AddMinutes(5), Quote(Call).LastTradeAt);
        Assert.Equal(QuoteFields.BidPrice | QuoteFields.AskPrice | QuoteFields.LastPrice | QuoteFields.Volume | QuoteFields.Model, changes[1].Fields);
    }

    [Fact]
    public void The_end_is_the_last_snapshot_and_nothing_moves_after_it()
    {
        Play(TimeSpan.FromMinutes(20));
        Assert.Equal(6, changes.Count);
        Assert.Equal(1.00m, Quote(Call).Bid);
        Assert.Equal(market.Clock.EndsAt, market.Clock.Now);
        Assert.InRange(market.Clock.EndsAt, Start.AddMinutes(10), Start.AddMinutes(10).AddSeconds(2));
        changes.Clear();
        Play(TimeSpan.FromMinutes(5));
        Assert.Empty(changes);
    }

    [Fact]
    public void Speed_pause_and_seek_move_it()
    {
        market.Clock.SetSpeed(60);
        Play(TimeSpan.FromSeconds(5.05));
        Assert.Equal(1.60m, Quote(Call).Bid);
        market.Clock.Pause();
        Play(TimeSpan.FromMinutes(5));
        Assert.Equal(1.60m, Quote(Call).Bid);
        market.Clock.Resume();
        changes.Clear();
        market.Clock.Seek(Start.AddSeconds(30));
        market.Step();
        Assert.Equal(1.20m, Quote(Call).Bid);
        Assert.Equal(3, changes.Count);
        market.Clock.Seek(market.Clock.EndsAt);
        market.Step();
        Assert.Equal(1.00m, Quote(Call).Bid);
    }

    [Fact]
    public void Only_what_is_watched_is_raised()
    {
        market.Unwatch(Put);
        market.Unwatch(ListedContract.StockConId);
        market.Watch(12345);
        Play(TimeSpan.FromMinutes(20));
        Assert.Equal([Call, Call], changes.Select(change => change.ConId));
        Assert.False(market.TryGetQuote(12345, out _));
    }

    [Fact]
    public void A_recorded_day_plays_in_order_to_the_values_of_its_last_snapshot()
    {
        if (Repository.MarketData is not { } data)
        {
            Assert.Skip("The recorded sessions are not beside the repository (../shared/data/spy-0dte-intraday, or SPYOPTIONS_DATA).");
            return;
        }

        var session = SessionFileReader.Read(Path.Combine(data, "spy-0dte-intraday", "2026-07-24.csv.gz"));
        var day = new RecordedMarket(session, 3600, time);
        var seen = new List<QuoteChange>();
        day.Changed += seen.Add;
        foreach (var contract in day.Contracts)
        {
            day.Watch(contract.ConId);
        }

        for (var step = 0; step < 200; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            day.Step();
        }

        Assert.Equal(day.Clock.EndsAt, day.Clock.Now);
        Assert.True(seen.Count > 8_000, $"{seen.Count}");
        Assert.Equal(seen.Select(change => change.Quote.QuotedAt).Order(), seen.Select(change => change.Quote.QuotedAt));
        foreach (var last in session.Rows.Where(row => row.SnapshotAt == session.Rows[^1].SnapshotAt))
        {
            day.TryGetQuote(last.Contract.ConId, out var quote);
            Assert.Equal(last.Quote, quote with { LastTradeAt = null });
        }
    }

    private MarketQuote Quote(int conId)
    {
        Assert.True(market.TryGetQuote(conId, out var quote));
        return quote;
    }

    private void Play(TimeSpan duration)
    {
        time.Advance(duration);
        market.Step();
    }
}
