using SpyOptions.Quant.Calendars;

namespace SpyOptions.Bot.Detection.VolumeSurge;

/// <summary>
/// How option volume spreads over the day: heavy after the open, light at noon, heavier again into the close. The prior that the
/// session's own volume then corrects. Averages 1 over a full session.
/// </summary>
internal static class SessionShape
{
    private const double FullSessionMinutes = 390;
    private const double Floor = 0.70;
    private const double OpenHeight = 1.90;
    private const double OpenFadeMinutes = 35;
    private const double CloseHeight = 0.90;
    private const double CloseFadeMinutes = 45;

    /// <summary>Minutes since the open; null outside a session.</summary>
    /// <param name="marketAt">Market time, UTC.</param>
    public static double? MinuteOfSession(DateTimeOffset marketAt) =>
        ExchangeCalendar.IsOpen(marketAt) ? (marketAt - ExchangeCalendar.OpensAt(ExchangeCalendar.CurrentOrNextSession(marketAt))).TotalMinutes : null;

    /// <summary>Volume of a minute over that of an average minute.</summary>
    /// <param name="minute">Minutes since the open.</param>
    /// <param name="sessionMinutes">Length of the session, minutes.</param>
    public static double Factor(double minute, double sessionMinutes = FullSessionMinutes) =>
        Floor + (OpenHeight * Math.Exp(-minute / OpenFadeMinutes)) + (CloseHeight * Math.Exp(-Math.Max(0, sessionMinutes - minute) / CloseFadeMinutes));
}
