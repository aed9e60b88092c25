using SpyOptions.PaperGateway.Market;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>What trading one combo at once would cost.</summary>
/// <param name="Price">The net price, USD per unit; negative when the buyer is paid.</param>
/// <param name="Size">How many combos the displayed sizes allow.</param>
internal readonly record struct ComboPrice(decimal Price, decimal Size)
{
    /// <summary>Prices a combo, or a single contract, at the sides that it would trade against.</summary>
    /// <param name="market">The quotes.</param>
    /// <param name="legs">The legs.</param>
    /// <param name="isBuy">Whether the combo is bought.</param>
    /// <returns>Null when a leg has no such side, or a crossed quote.</returns>
    public static ComboPrice? Of(IMarket market, IReadOnlyList<OrderLeg> legs, bool isBuy)
    {
        var price = 0m;
        var size = decimal.MaxValue;
        foreach (var leg in legs)
        {
            var isLegBuy = leg.IsBuy == isBuy;
            if (!market.TryGetQuote(leg.Contract.ConId, out var quote) || Touch(in quote, isLegBuy) is not { } touch)
            {
                return null;
            }

            price += (leg.IsBuy ? leg.Ratio : -leg.Ratio) * touch.Price;
            size = Math.Min(size, decimal.Floor(touch.Size / leg.Ratio));
        }

        return new ComboPrice(price, size);
    }

    private static ComboPrice? Touch(in MarketQuote quote, bool isBuy)
    {
        if (quote.Bid is { } bid && quote.Ask is { } ask && bid > ask)
        {
            return null;
        }

        var (price, size) = isBuy ? (quote.Ask, quote.AskSize) : (quote.Bid, quote.BidSize);
        return price is { } known && size is > 0 ? new ComboPrice(known, size.Value) : null;
    }
}
