using SpyOptions.Quant.Calendars;

namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>Which strikes of an expiry are listed: USD 1 apart near the money, 5 or 10 apart far from it, as on SPY.</summary>
internal static class ListedStrikes
{
    /// <summary>The strikes in ascending order.</summary>
    /// <param name="spot">Spot when they are listed, USD.</param>
    /// <param name="session">The session.</param>
    /// <param name="expiry">The expiry.</param>
    public static IEnumerable<decimal> Of(double spot, DateOnly session, DateOnly expiry)
    {
        var grid = GridOf(session, expiry);
        var (lowest, highest) = (Round(spot * grid.Lowest), Round(spot * grid.Highest));
        var (fineFrom, fineTo) = (Round(spot * grid.FineFrom), Round(spot * grid.FineTo));
        for (var strike = lowest; strike <= highest; strike += StepAfter(strike, fineFrom, fineTo, spot, grid))
        {
            yield return strike;
        }
    }

    private static int StepAfter(int strike, int fineFrom, int fineTo, double spot, Grid grid) =>
        strike >= fineFrom && strike < fineTo ? 1 : grid.IsLongDated && strike >= spot * 1.35 ? 10 : 5;

    private static int Round(double price) => (int)Math.Round(price / 10.0) * 10;

    private static Grid GridOf(DateOnly session, DateOnly expiry)
    {
        var days = expiry.DayNumber - session.DayNumber;
        var isMonthly = expiry == OptionExpiries.Monthly(expiry.Year, expiry.Month);
        var isMonthEnd = expiry == OptionExpiries.MonthEnd(expiry.Year, expiry.Month);
        return (isMonthly, isMonthEnd, days) switch
        {
            (true, _, > 170) => new Grid(0.07, 2.0, 1.0, 1.0, IsLongDated: true),
            (true, _, > 100) => new Grid(0.4, 1.35, 1.0, 1.0, IsLongDated: false),
            (true, _, > 0) => new Grid(0.45, 1.35, 0.8, 1.08, IsLongDated: false),
            (_, true, > 0) => new Grid(0.55, 1.25, 0.87, 1.12, IsLongDated: false),
            (_, _, 0) => new Grid(0.68, 1.22, 0.9, 1.1, IsLongDated: false),
            _ => new Grid(0.68, 1.28, 0.935, 1.065, IsLongDated: false),
        };
    }

    private sealed record Grid(double Lowest, double Highest, double FineFrom, double FineTo, bool IsLongDated);
}
