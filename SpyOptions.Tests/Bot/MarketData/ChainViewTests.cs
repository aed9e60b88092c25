using SpyOptions.Bot.MarketData;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Bot.MarketData;

public sealed class ChainViewTests
{
    private static readonly DateOnly Expiry = new(2026, 7, 24);

    [Fact]
    public void A_view_copies_only_what_changed()
    {
        var state = new ChainState("SPY", new FixedMarketTime());
        state.Replace([Option(1, 600m, OptionRight.Call), Option(2, 600m, OptionRight.Put), Option(3, 601m, OptionRight.Call)]);
        var view = new ChainView(state, state.Expiries.Single());
        Assert.Equal(0, view.Refresh());

        state.Find(3)!.Update(new OptionQuote { Bid = 1m, Ask = 1.2m, TickCount = 1 }, QuoteFields.Book);
        state.UnderlyingQuote = new UnderlyingQuote { Last = 600.5m };
        Assert.Equal(1, view.Refresh());
        Assert.Equal(1.1m, view.Calls[1].Mid);
        Assert.Equal(600.5, view.Spot);
        Assert.Equal(0.01, view.YearsToExpiry);
        Assert.Null(view.Chain.Puts[1]);
        Assert.Equal(0, view.Refresh());
    }

    [Fact]
    public void A_rediscovery_keeps_the_chain_of_an_expiry_that_did_not_change()
    {
        var state = new ChainState("SPY", new FixedMarketTime());
        var first = Option(1, 600m, OptionRight.Call);
        state.Replace([first]);
        var before = state.Expiries.Single();
        state.Replace([first, new QuotedOption(new OptionContract(9, "SPY", Expiry.AddDays(7), 600m, OptionRight.Put))]);
        Assert.Same(before, state.Expiries[0]);
        Assert.Equal(2, state.Expiries.Count);
    }

    [Fact]
    public void A_mid_needs_both_sides_uncrossed_fresh_and_not_stale()
    {
        var at = new DateTimeOffset(2026, 7, 24, 15, 0, 0, TimeSpan.Zero);
        var quote = new OptionQuote { Bid = 1m, Ask = 1.2m, ObservedAt = at, TickCount = 1 };
        Assert.Equal(1.1m, quote.MidWithin(at.AddSeconds(5), TimeSpan.FromSeconds(5)));
        Assert.Null(quote.MidWithin(at.AddSeconds(6), TimeSpan.FromSeconds(5)));
        Assert.Null((quote with { Ask = null }).Mid);
        Assert.Null((quote with { Ask = 0.9m }).Mid);
        Assert.Null((quote with { Stale = true }).Mid);
        Assert.Equal(1m, (quote with { Ask = 1m }).Mid);
    }

    private static QuotedOption Option(int conId, decimal strike, OptionRight right) => new(new OptionContract(conId, "SPY", Expiry, strike, right));

    private sealed class FixedMarketTime : IMarketTime
    {
        public DateTimeOffset? Now => new DateTimeOffset(2026, 7, 24, 15, 0, 0, TimeSpan.Zero);

        public bool? SessionOpen => true;

        public DateTimeOffset? SessionClosesAt => new DateTimeOffset(2026, 7, 24, 20, 0, 0, TimeSpan.Zero);

        public double? YearsToExpiry(DateOnly expiry) => 0.01;
    }
}
