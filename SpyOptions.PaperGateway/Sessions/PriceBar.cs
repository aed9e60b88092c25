namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Prices over a span of market time.</summary>
/// <param name="StartsAt">Where the span begins.</param>
/// <param name="Open">First price, USD.</param>
/// <param name="High">Highest price, USD.</param>
/// <param name="Low">Lowest price, USD.</param>
/// <param name="Close">Last price, USD.</param>
/// <param name="Volume">Shares traded; 0 for prices that are no trades.</param>
/// <param name="PriceSum">Sum of the prices, USD, for the average.</param>
/// <param name="Count">How many prices there were.</param>
internal readonly record struct PriceBar(DateTimeOffset StartsAt, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume, decimal PriceSum, int Count)
{
    /// <summary>The mean of the prices, USD.</summary>
    public decimal Average => decimal.Round(PriceSum / Count, 4);

    /// <summary>A bar of one price.</summary>
    /// <param name="startsAt">Where the span begins.</param>
    /// <param name="price">The price, USD.</param>
    /// <param name="volume">Shares traded.</param>
    /// <returns>The bar.</returns>
    public static PriceBar Of(DateTimeOffset startsAt, decimal price, decimal volume) => new(startsAt, price, price, price, price, volume, price, 1);

    /// <summary>Joins a later bar to this one.</summary>
    /// <param name="later">The later bar.</param>
    /// <returns>Both in one, which starts where this one does.</returns>
    public PriceBar Join(PriceBar later) => this with
    {
        High = Math.Max(High, later.High),
        Low = Math.Min(Low, later.Low),
        Close = later.Close,
        Volume = Volume + later.Volume,
        PriceSum = PriceSum + later.PriceSum,
        Count = Count + later.Count,
    };
}
