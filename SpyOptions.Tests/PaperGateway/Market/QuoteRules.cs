using SpyOptions.PaperGateway.Market;

namespace SpyOptions.Tests.PaperGateway.Market;

/// <summary>What holds for every quote without an anomaly.</summary>
internal static class QuoteRules
{
    public static void AssertSound(in MarketQuote quote)
    {
        Assert.True(quote.Bid is null or > 0m, "bid");
        Assert.True(quote.Ask is null or > 0m, "ask");
        Assert.False(quote.Bid >= quote.Ask, $"crossed {quote.Bid} {quote.Ask}");
        Assert.True(quote.BidSize is null == quote.Bid is null && quote.BidSize is null or > 0m, "bid size");
        Assert.True(quote.AskSize is null == quote.Ask is null && quote.AskSize is null or > 0m, "ask size");
        Assert.True(quote.Last is null or > 0m, "last");
        Assert.True(quote.Volume >= 0 && quote.OpenInterest >= 0, "volume");
        Assert.True(quote.ImpliedVolatility is null or (> 0.01 and < 10.0), $"volatility {quote.ImpliedVolatility}");
        foreach (var number in new[] { quote.Delta, quote.Gamma, quote.VegaPerPoint, quote.ThetaPerDay, quote.ModelPrice, quote.UnderlyingPrice })
        {
            Assert.True(number is null || double.IsFinite(number.Value), "not a number");
        }
    }
}
