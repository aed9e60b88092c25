using SpyOptions.PaperGateway.Market;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>What an order would do to the account if all of it were executed now.</summary>
/// <param name="Before">The account as it is.</param>
/// <param name="After">The account as it would be.</param>
/// <param name="Commission">What it would cost, USD.</param>
internal sealed record OrderPreview(AccountSnapshot Before, AccountSnapshot After, decimal Commission)
{
    /// <summary>Works it out, at the touched side of each quote, or at the limit price where a single contract has no such side.</summary>
    /// <param name="order">The order.</param>
    /// <param name="portfolio">The portfolio, which does not change.</param>
    /// <param name="market">The quotes.</param>
    /// <returns>The preview.</returns>
    public static OrderPreview Of(PaperOrder order, Portfolio portfolio, IMarket market)
    {
        var after = portfolio.Clone();
        var commission = 0m;
        foreach (var leg in order.Legs)
        {
            var isBuy = leg.IsBuy == order.IsBuy;
            var quantity = order.Remaining * leg.Ratio;
            var fee = BrokerTerms.Commission(leg.Contract.IsOption, quantity);
            commission += fee;
            var touch = ComboPrice.Of(market, [leg with { Ratio = 1, IsBuy = true }], isBuy)?.Price;
            after.Book(leg.Contract, isBuy ? quantity : -quantity, touch ?? Math.Max(order.Terms.LimitPrice ?? 0, 0), fee);
        }

        return new OrderPreview(AccountSnapshot.Of(portfolio, market), AccountSnapshot.Of(after, market), commission);
    }
}
