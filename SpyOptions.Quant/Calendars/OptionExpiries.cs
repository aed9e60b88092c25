namespace SpyOptions.Quant.Calendars;

/// <summary>
/// Which SPY expiries are listed on a day: every session of the next two weeks, Friday weeklies, month ends, quarter ends, third-Friday
/// monthlies and long-dated (LEAPS) ones. An expiry that falls on a holiday moves to the session before.
/// </summary>
public static class OptionExpiries
{
    private const int DailySessions = 10;
    private const int WeeklyDays = 42;
    private const int MonthEndDays = 186;
    private const int QuarterEndDays = 345;
    private const int MonthlyDays = 185;
    private const int QuarterlyDays = 520;
    private const int LongDatedDays = 890;

    /// <summary>The monthly expiry: the third Friday of a month, or the session before when that is a holiday.</summary>
    /// <param name="year">Year.</param>
    /// <param name="month">Month, 1 to 12.</param>
    public static DateOnly Monthly(int year, int month) => ExchangeCalendar.SessionOnOrBefore(DateRules.NthWeekday(year, month, DayOfWeek.Friday, 3));

    /// <summary>The month-end expiry: the last session of a month. In March, June, September and December it is called the quarterly.</summary>
    /// <param name="year">Year.</param>
    /// <param name="month">Month, 1 to 12.</param>
    public static DateOnly MonthEnd(int year, int month) => ExchangeCalendar.SessionOnOrBefore(DateRules.LastDay(year, month));

    /// <summary>The listed expiries in ascending order, the session's own (same-day) expiry first.</summary>
    /// <param name="session">A session of the exchange.</param>
    public static IReadOnlyList<DateOnly> ListedOn(DateOnly session)
    {
        var expiries = new SortedSet<DateOnly> { session };
        var daily = session;
        for (var index = 0; index < DailySessions; index++)
        {
            daily = ExchangeCalendar.NextSession(daily);
            expiries.Add(daily);
        }

        for (var days = 1; days <= WeeklyDays; days++)
        {
            var date = session.AddDays(days);
            if (date.DayOfWeek == DayOfWeek.Friday)
            {
                expiries.Add(ExchangeCalendar.SessionOnOrBefore(date));
            }
        }

        for (var month = new DateOnly(session.Year, session.Month, 1); month <= session.AddDays(LongDatedDays); month = month.AddMonths(1))
        {
            AddMonth(expiries, session, month);
        }

        return [.. expiries];
    }

    private static void AddMonth(SortedSet<DateOnly> expiries, DateOnly session, DateOnly month)
    {
        var isQuarter = month.Month % 3 == 0;
        AddWithin(expiries, session, MonthEnd(month.Year, month.Month), isQuarter ? QuarterEndDays : MonthEndDays);
        var isLongDated = month.Month is 1 or 6 or 12;
        AddWithin(expiries, session, Monthly(month.Year, month.Month), isLongDated ? LongDatedDays : isQuarter ? QuarterlyDays : MonthlyDays);
    }

    private static void AddWithin(SortedSet<DateOnly> expiries, DateOnly session, DateOnly expiry, int daysMax)
    {
        if (expiry > session && expiry.DayNumber - session.DayNumber <= daysMax)
        {
            expiries.Add(expiry);
        }
    }
}
