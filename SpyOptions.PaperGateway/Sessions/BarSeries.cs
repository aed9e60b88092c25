namespace SpyOptions.PaperGateway.Sessions;

/// <summary>The session so far in bars of five seconds. Safe from any thread.</summary>
internal sealed class BarSeries
{
    /// <summary>The length of a bar.</summary>
    public static readonly TimeSpan BarLength = TimeSpan.FromSeconds(5);

    private const int BarsMax = 20_000;

    private readonly Lock gate = new();
    private readonly List<PriceBar> bars = [];

    /// <summary>Adds a price. Going back in time forgets what came later.</summary>
    /// <param name="at">When, market time.</param>
    /// <param name="price">The price, USD.</param>
    /// <param name="volume">Shares traded at it.</param>
    /// <returns>The bar that this price completed, by beginning the next one; usually null.</returns>
    public PriceBar? Add(DateTimeOffset at, decimal price, decimal volume)
    {
        var bar = PriceBar.Of(Floor(at, BarLength), price, volume);
        lock (gate)
        {
            while (bars.Count > 0 && bars[^1].StartsAt > bar.StartsAt)
            {
                bars.RemoveAt(bars.Count - 1);
            }

            if (bars.Count > 0 && bars[^1].StartsAt == bar.StartsAt)
            {
                bars[^1] = bars[^1].Join(bar);
                return null;
            }

            PriceBar? completed = bars.Count > 0 ? bars[^1] : null;
            bars.Add(bar);
            if (bars.Count > BarsMax)
            {
                bars.RemoveRange(0, BarsMax / 10);
            }

            return completed;
        }
    }

    /// <summary>Bars of any length.</summary>
    /// <param name="from">The first instant, market time.</param>
    /// <param name="to">The last instant, market time.</param>
    /// <param name="length">The length of a bar; at least five seconds.</param>
    /// <returns>The bars, oldest first; empty when the market did not run then.</returns>
    public IReadOnlyList<PriceBar> Read(DateTimeOffset from, DateTimeOffset to, TimeSpan length)
    {
        lock (gate)
        {
            return [.. bars
                .Where(bar => bar.StartsAt >= from && bar.StartsAt <= to)
                .GroupBy(bar => Floor(bar.StartsAt, length))
                .Select(group => group.Aggregate((joined, next) => joined.Join(next)) with { StartsAt = group.Key })];
        }
    }

    private static DateTimeOffset Floor(DateTimeOffset at, TimeSpan length) => new(at.UtcTicks - (at.UtcTicks % length.Ticks), TimeSpan.Zero);
}
