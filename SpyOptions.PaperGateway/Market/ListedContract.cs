using System.Globalization;

namespace SpyOptions.PaperGateway.Market;

/// <summary>One listed stock or option.</summary>
/// <param name="ConId">Contract id, positive, the same on every run for the same contract.</param>
/// <param name="Symbol">Symbol of the underlying.</param>
/// <param name="SecType"><c>STK</c> or <c>OPT</c>.</param>
/// <param name="Expiry">Last trading day in New York; null for a stock.</param>
/// <param name="Strike">Strike price, USD; 0 for a stock.</param>
/// <param name="Right"><c>C</c>, <c>P</c> or empty for a stock.</param>
/// <param name="LocalSymbol">OCC symbol padded to 21 characters, or the stock symbol.</param>
/// <param name="TradingClass">Trading class, for example <c>SPY</c>.</param>
/// <param name="Multiplier"><c>100</c>, or empty for a stock.</param>
internal sealed record ListedContract(
    int ConId, string Symbol, string SecType, DateOnly? Expiry, decimal Strike, string Right, string LocalSymbol, string TradingClass, string Multiplier)
{
    /// <summary>Contract id of the SPY stock, as at the broker.</summary>
    public const int StockConId = 756733;

    private const int OptionConIdBase = 100_000_000;
    private const int StrikeSlots = 4_000;
    private static readonly DateOnly FirstExpiry = new(2020, 1, 1);

    /// <summary>Whether this is an option.</summary>
    public bool IsOption => Expiry is not null;

    /// <summary>Whether this is a call option.</summary>
    public bool IsCall => Right == "C";

    /// <summary>The SPY stock.</summary>
    public static ListedContract Stock() => new(StockConId, "SPY", "STK", null, 0m, "", "SPY", "SPY", "");

    /// <summary>A SPY option. Its id is computed from expiry, strike and right, so that it never depends on what else is listed.</summary>
    /// <param name="expiry">Last trading day, 2020 to 2031.</param>
    /// <param name="strike">Strike price in steps of 0.50, from 0.50 to 1,999.50.</param>
    /// <param name="isCall">True for a call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expiry or the strike is outside its bounds.</exception>
    public static ListedContract Option(DateOnly expiry, decimal strike, bool isCall)
    {
        var slot = strike * 2m;
        if (slot != decimal.Truncate(slot) || slot < 1m || slot >= StrikeSlots)
        {
            throw new ArgumentOutOfRangeException(nameof(strike), strike, "Must be a multiple of 0.50 from 0.50 to 1,999.50.");
        }

        var day = expiry.DayNumber - FirstExpiry.DayNumber;
        if (day is < 0 or > 4_500)
        {
            throw new ArgumentOutOfRangeException(nameof(expiry), expiry, "Must lie from 2020-01-01 to 2032-04-26.");
        }

        var right = isCall ? "C" : "P";
        var conId = OptionConIdBase + (((day * StrikeSlots) + (int)slot) * 2) + (isCall ? 0 : 1);
        var thousandths = ((int)(strike * 1000m)).ToString("00000000", CultureInfo.InvariantCulture);
        var localSymbol = $"{"SPY",-6}{expiry.ToString("yyMMdd", CultureInfo.InvariantCulture)}{right}{thousandths}";
        return new ListedContract(conId, "SPY", "OPT", expiry, strike, right, localSymbol, "SPY", "100");
    }
}
