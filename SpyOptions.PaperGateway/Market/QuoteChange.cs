namespace SpyOptions.PaperGateway.Market;

/// <summary>A change of one contract's quote.</summary>
/// <param name="ConId">Contract id.</param>
/// <param name="Fields">What changed; never <see cref="QuoteFields.None"/>.</param>
/// <param name="Quote">The whole quote after the change.</param>
internal readonly record struct QuoteChange(int ConId, QuoteFields Fields, MarketQuote Quote)
{
    /// <summary>What differs between two quotes of one contract.</summary>
    public static QuoteFields Compare(in MarketQuote before, in MarketQuote after)
    {
        var fields = QuoteFields.None;
        fields |= before.Bid == after.Bid ? 0 : QuoteFields.BidPrice;
        fields |= before.BidSize == after.BidSize ? 0 : QuoteFields.BidSize;
        fields |= before.Ask == after.Ask ? 0 : QuoteFields.AskPrice;
        fields |= before.AskSize == after.AskSize ? 0 : QuoteFields.AskSize;
        fields |= before.Last == after.Last && before.LastTradeAt == after.LastTradeAt ? 0 : QuoteFields.LastPrice;
        fields |= before.LastSize == after.LastSize ? 0 : QuoteFields.LastSize;
        fields |= before.Volume == after.Volume ? 0 : QuoteFields.Volume;
        fields |= before.OpenInterest == after.OpenInterest ? 0 : QuoteFields.OpenInterest;
        fields |= IsSameModel(before, after) ? 0 : QuoteFields.Model;
        fields |= before.Open == after.Open && before.High == after.High && before.Low == after.Low && before.PriorClose == after.PriorClose ? 0 : QuoteFields.Range;
        return fields;
    }

    private static bool IsSameModel(in MarketQuote before, in MarketQuote after) =>
        before.ImpliedVolatility.Equals(after.ImpliedVolatility) && before.Delta.Equals(after.Delta) && before.Gamma.Equals(after.Gamma)
        && before.VegaPerPoint.Equals(after.VegaPerPoint) && before.ThetaPerDay.Equals(after.ThetaPerDay) && before.ModelPrice.Equals(after.ModelPrice)
        && before.UnderlyingPrice.Equals(after.UnderlyingPrice);
}
