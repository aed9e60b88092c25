using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Signals;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.Tests.Bot.MarketData;

public sealed class OptionTicksTests
{
    private OptionQuote _quote;

    [Fact]
    public void A_price_tick_brings_its_size()
    {
        Assert.Equal(QuoteFields.Bid | QuoteFields.BidSize, OptionTicks.Apply(ref _quote, new TickPrice(3, TickType.Bid, 3.45m, 12, 1), out var ignored));
        Assert.Null(ignored);
        OptionTicks.Apply(ref _quote, new TickPrice(3, TickType.Ask, 3.50m, 7, 1), out _);
        OptionTicks.Apply(ref _quote, new TickPrice(3, TickType.Last, 3.47m, 1, 1), out _);
        Assert.Equal((3.45m, 12m, 3.50m, 7m, 3.47m, 1m), (_quote.Bid, _quote.BidSize, _quote.Ask, _quote.AskSize, _quote.Last, _quote.LastSize));
    }

    [Theory]
    [InlineData("-1", "0")]
    [InlineData("-1", "5")]
    [InlineData("0", "0")]
    public void A_marker_in_place_of_a_price_is_no_quote(string price, string size)
    {
        OptionTicks.Apply(ref _quote, new TickPrice(3, TickType.Bid, 0.05m, 12, 1), out _);
        OptionTicks.Apply(ref _quote, new TickPrice(3, TickType.Bid, decimal.Parse(price, null), decimal.Parse(size, null), 1), out _);
        Assert.Null(_quote.Bid);
        Assert.Null(_quote.Mid);
    }

    [Fact]
    public void Nothing_of_what_was_not_computed_gets_through()
    {
        var touched = OptionTicks.Apply(
            ref _quote, new TickOptionComputation(3, TickType.ModelComputation, 0, -1, -2, -1, -1, -2, double.NaN, double.MaxValue, double.PositiveInfinity), out _);
        Assert.Equal(QuoteFields.Model, touched);
        Assert.Equal(
            ((double?)null, (double?)null, (double?)null, (double?)null, (double?)null, (double?)null, (double?)null),
            (_quote.ImpliedVolatility, _quote.Delta, _quote.ModelPrice, _quote.Gamma, _quote.VegaPerPoint, _quote.ThetaPerDay, _quote.ModelSpot));
    }

    [Fact]
    public void A_greek_of_zero_is_a_value()
    {
        OptionTicks.Apply(ref _quote, new TickOptionComputation(3, TickType.ModelComputation, 0, 0.2, 0, 0.01, 0, 0, 0, 0, 600), out _);
        Assert.Equal((0.2, 0.0, 0.0, 0.0, 0.0, 600.0), (_quote.ImpliedVolatility, _quote.Delta, _quote.Gamma, _quote.VegaPerPoint, _quote.ThetaPerDay, _quote.ModelSpot));
    }

    [Fact]
    public void Each_side_has_its_own_volatility()
    {
        Assert.Equal(QuoteFields.BidVolatility, OptionTicks.Apply(ref _quote, new TickOptionComputation(3, 10, 0, 0.19, 0.5, 1, 0, 0, 0, 0, 600), out _));
        Assert.Equal(QuoteFields.AskVolatility, OptionTicks.Apply(ref _quote, new TickOptionComputation(3, 81, 0, 0.21, 0.5, 1, 0, 0, 0, 0, 600), out _));
        Assert.Equal((0.19, 0.21, null), (_quote.BidImpliedVolatility, _quote.AskImpliedVolatility, _quote.Delta));
    }

    [Fact]
    public void Delayed_ticks_land_in_the_same_fields_and_mark_the_quote()
    {
        OptionTicks.Apply(ref _quote, new TickPrice(3, 66, 1m, 2, 0), out _);
        OptionTicks.Apply(ref _quote, new TickPrice(3, 67, 1.1m, 3, 0), out _);
        OptionTicks.Apply(ref _quote, OptionRight.Call, new TickSize(3, 74, 99), out _);
        OptionTicks.Apply(ref _quote, new TickOptionComputation(3, 83, 0, 0.3, 0.5, 1, 0, 0, 0, 0, 600), out _);
        Assert.True(_quote.Delayed);
        Assert.Equal((1m, 1.1m, 99L, 0.3), (_quote.Bid, _quote.Ask, _quote.Volume, _quote.ImpliedVolatility));
    }

    [Theory]
    [InlineData(OptionRight.Call, 27, 28)]
    [InlineData(OptionRight.Put, 28, 27)]
    public void Open_interest_of_the_own_right_wins_over_the_other(OptionRight right, int own, int other)
    {
        OptionTicks.Apply(ref _quote, right, new TickSize(3, other, 0), out var ignored);
        Assert.Equal(TickReasons.NotNeeded, ignored);
        Assert.Null(_quote.OpenInterest);
        OptionTicks.Apply(ref _quote, right, new TickSize(3, own, 4321), out _);
        OptionTicks.Apply(ref _quote, right, new TickSize(3, other, 77), out _);
        Assert.Equal(4321, _quote.OpenInterest);
    }

    [Fact]
    public void Sizes_that_cannot_be_are_counted_as_bad_values()
    {
        Assert.Equal(QuoteFields.None, OptionTicks.Apply(ref _quote, OptionRight.Call, new TickSize(3, TickType.Volume, -1), out var ignored));
        Assert.Equal(TickReasons.BadValue, ignored);
        OptionTicks.Apply(ref _quote, OptionRight.Call, new TickSize(3, TickType.Volume, decimal.MaxValue), out ignored);
        Assert.Equal(TickReasons.BadValue, ignored);
        OptionTicks.Apply(ref _quote, new TickString(3, TickType.LastTimestamp, "soon"), out ignored);
        Assert.Equal(TickReasons.BadValue, ignored);
        Assert.Equal(default, _quote);
    }

    [Theory]
    [InlineData(6, TickReasons.NotNeeded)]
    [InlineData(37, TickReasons.NotNeeded)]
    [InlineData(999, TickReasons.UnknownType)]
    [InlineData(-5, TickReasons.UnknownType)]
    public void A_tick_without_a_place_says_why(int type, string reason)
    {
        OptionTicks.Apply(ref _quote, new TickPrice(3, type, 1, 1, 0), out var price);
        OptionTicks.Apply(ref _quote, OptionRight.Put, new TickSize(3, type, 1), out var size);
        OptionTicks.Apply(ref _quote, new TickGeneric(3, type, 1), out var generic);
        OptionTicks.Apply(ref _quote, new TickString(3, type, "1"), out var text);
        OptionTicks.Apply(ref _quote, new TickOptionComputation(3, type, 0, 0, 0, 0, 0, 0, 0, 0, 0), out var computation);
        Assert.All([price, size, generic, text, computation], ignored => Assert.Equal(reason, ignored));
        Assert.Equal(default, _quote);
    }

    [Fact]
    public void Trade_time_and_halt_are_understood()
    {
        OptionTicks.Apply(ref _quote, new TickString(3, 45, "1791129600"), out _);
        OptionTicks.Apply(ref _quote, new TickGeneric(3, 49, 2), out _);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1791129600), _quote.LastTradedAt);
        Assert.True(_quote.Halted);
        OptionTicks.Apply(ref _quote, new TickGeneric(3, 49, -1), out _);
        Assert.Null(_quote.Halted);
    }
}
