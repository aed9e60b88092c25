namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>First, highest and lowest trade of a session, USD; null before the first trade.</summary>
/// <param name="Open">First trade.</param>
/// <param name="High">Highest trade.</param>
/// <param name="Low">Lowest trade.</param>
internal readonly record struct PriceRange(decimal? Open, decimal? High, decimal? Low)
{
    /// <summary>The range with one more trade.</summary>
    /// <param name="price">Its price, USD.</param>
    public PriceRange With(decimal price) => new(Open ?? price, Math.Max(High ?? price, price), Math.Min(Low ?? price, price));
}
