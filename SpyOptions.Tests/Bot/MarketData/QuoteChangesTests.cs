using SpyOptions.Bot.MarketData;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Bot.MarketData;

public sealed class QuoteChangesTests
{
    [Fact]
    public void A_contract_waits_once_and_the_newest_quote_wins()
    {
        var changes = new QuoteChanges(4);
        var option = Option(1);
        changes.Publish(option, new OptionQuote { Bid = 1.00m, TickCount = 1 }, QuoteFields.Bid);
        changes.Publish(option, new OptionQuote { Bid = 1.05m, TickCount = 2 }, QuoteFields.Bid);
        changes.Publish(option, new OptionQuote { Bid = 1.05m, Ask = 1.10m, TickCount = 3 }, QuoteFields.Ask);

        Assert.True(changes.TryTake(out var change));
        Assert.Equal(1.05m, change.Quote.Bid);
        Assert.Equal(1.10m, change.Quote.Ask);
        Assert.Equal(QuoteFields.Bid | QuoteFields.Ask, change.Fields);
        Assert.Equal(2, change.Overtaken);
        Assert.Equal(2, changes.Overtaken);
        Assert.False(changes.TryTake(out _));
    }

    [Fact]
    public void A_full_queue_refuses_and_offers_the_contract_again_with_its_next_tick()
    {
        var changes = new QuoteChanges(1);
        var late = Option(2);
        changes.Publish(Option(1), new OptionQuote { Bid = 1m }, QuoteFields.Bid);
        changes.Publish(late, new OptionQuote { Bid = 2m }, QuoteFields.Bid);
        Assert.Equal(1, changes.Refused);
        Assert.True(changes.TryTake(out _));

        changes.Publish(late, new OptionQuote { Bid = 3m }, QuoteFields.Bid);
        Assert.True(changes.TryTake(out var change));
        Assert.Same(late, change.Option);
        Assert.Equal(3m, change.Quote.Bid);
    }

    [Fact]
    public async Task Nothing_is_lost_between_a_writer_and_a_reader()
    {
        var changes = new QuoteChanges(8);
        var options = Enumerable.Range(1, 8).Select(Option).ToArray();
        const int TicksEach = 5_000;
        var stop = TestContext.Current.CancellationToken;
        var writer = Task.Run(
            () =>
            {
                for (var tick = 1; tick <= TicksEach; tick++)
                {
                    foreach (var option in options)
                    {
                        changes.Publish(option, new OptionQuote { TickCount = tick }, QuoteFields.Bid);
                    }
                }
            },
            stop);

        long seen = 0;
        var finished = 0;
        while (finished < options.Length)
        {
            await changes.WaitAsync(stop);
            while (changes.TryTake(out var change))
            {
                seen += 1 + change.Overtaken;
                finished += change.Quote.TickCount == TicksEach ? 1 : 0;
            }
        }

        await writer;
        Assert.Equal((long)TicksEach * options.Length, seen);
        Assert.Equal(changes.Published, seen);
        Assert.Equal(0, changes.Refused);
    }

    private static QuotedOption Option(int conId) => new(new OptionContract(conId, "SPY", new DateOnly(2026, 7, 24), 600m + conId, OptionRight.Call));
}
