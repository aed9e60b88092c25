using SpyOptions.Quant.Calendars;

namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>An expiry with what the calendar says about it, looked up once.</summary>
/// <param name="Date">Last trading day.</param>
/// <param name="ExpiresAt">Expiry instant, UTC.</param>
/// <param name="SessionsAfter">Sessions after the running one, up to and including this date.</param>
internal sealed record ListedExpiry(DateOnly Date, DateTimeOffset ExpiresAt, int SessionsAfter)
{
    private const double SecondsPerYear = 365.0 * 24.0 * 3600.0;

    /// <summary>Looks an expiry up.</summary>
    /// <param name="session">The running session.</param>
    /// <param name="date">The expiry.</param>
    public static ListedExpiry On(DateOnly session, DateOnly date) => new(date, ExchangeCalendar.ExpiresAt(date), ExchangeCalendar.SessionsBetween(session, date));

    /// <summary>Years of 365 days to the expiry instant; 0 when it has passed.</summary>
    /// <param name="at">Market time.</param>
    public double YearsAt(DateTimeOffset at) => Math.Max((ExpiresAt - at).TotalSeconds / SecondsPerYear, 0.0);
}
