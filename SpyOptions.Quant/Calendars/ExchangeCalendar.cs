namespace SpyOptions.Quant.Calendars;

/// <summary>
/// Sessions of the New York Stock Exchange and the expiry instants of SPY options. The rules are those of NYSE Rule 7.2 and were checked
/// against the published calendars of 2020 to 2030; closures by proclamation are listed one by one. Other years follow the same rules.
/// </summary>
public static class ExchangeCalendar
{
    private const double SecondsPerYear = 365.0 * 24.0 * 3600.0;
    private static readonly TimeOnly Open = new(9, 30);
    private static readonly TimeOnly Close = new(16, 0);
    private static readonly TimeOnly EarlyClose = new(13, 0);

    // Day of mourning for President Carter.
    private static readonly DateOnly[] SpecialClosures = [new(2025, 1, 9)];

    /// <summary>Whether the exchange opens on this date.</summary>
    /// <param name="date">Date in New York.</param>
    public static bool IsSession(DateOnly date) => !IsWeekend(date) && !IsHoliday(date);

    /// <summary>Whether the session of this date closes at 13:00: 3 July, the day after Thanksgiving and 24 December, where they are sessions.</summary>
    /// <param name="date">Date in New York.</param>
    public static bool IsHalfDay(DateOnly date) =>
        IsSession(date)
        && ((date is { Month: 7, Day: 3 } && date.DayOfWeek != DayOfWeek.Friday)
            || date == Thanksgiving(date.Year).AddDays(1)
            || (date is { Month: 12, Day: 24 } && date.DayOfWeek != DayOfWeek.Friday));

    /// <summary>Start of the session, 09:30 New York, as a UTC instant.</summary>
    /// <param name="session">A date on which <see cref="IsSession"/> holds.</param>
    public static DateTimeOffset OpensAt(DateOnly session) => NewYorkTime.ToUtc(session, Open);

    /// <summary>End of the session, 16:00 New York or 13:00 on a half day, as a UTC instant.</summary>
    /// <param name="session">A date on which <see cref="IsSession"/> holds.</param>
    public static DateTimeOffset ClosesAt(DateOnly session) => NewYorkTime.ToUtc(session, IsHalfDay(session) ? EarlyClose : Close);

    /// <summary>
    /// When a SPY option expires, as a UTC instant: the close of the underlying on its last trading day (16:00 New York, 13:00 on a half day).
    /// The options themselves trade 15 minutes longer on most days, but on a price that no longer moves with the session.
    /// </summary>
    /// <param name="expiry">Last trading day.</param>
    public static DateTimeOffset ExpiresAt(DateOnly expiry) => ClosesAt(expiry);

    /// <summary>Calendar time from an instant to the expiry instant in years of 365 days; 0 when it has passed.</summary>
    /// <param name="marketAt">The market's own time, UTC.</param>
    /// <param name="expiry">Last trading day of the option.</param>
    public static double YearsToExpiry(DateTimeOffset marketAt, DateOnly expiry) => Math.Max((ExpiresAt(expiry) - marketAt).TotalSeconds / SecondsPerYear, 0.0);

    /// <summary>First session after a date.</summary>
    /// <param name="date">Date in New York.</param>
    public static DateOnly NextSession(DateOnly date)
    {
        do
        {
            date = date.AddDays(1);
        }
        while (!IsSession(date));
        return date;
    }

    /// <summary>Last session before a date.</summary>
    /// <param name="date">Date in New York.</param>
    public static DateOnly PreviousSession(DateOnly date)
    {
        do
        {
            date = date.AddDays(-1);
        }
        while (!IsSession(date));
        return date;
    }

    /// <summary>The date itself when it is a session, else the last session before it: where a weekly or monthly expiry moves on a holiday.</summary>
    /// <param name="date">Date in New York.</param>
    public static DateOnly SessionOnOrBefore(DateOnly date) => IsSession(date) ? date : PreviousSession(date);

    /// <summary>The session that is open at an instant, or else the next one to open.</summary>
    /// <param name="instant">Any instant.</param>
    public static DateOnly CurrentOrNextSession(DateTimeOffset instant)
    {
        var date = NewYorkTime.DateOf(instant);
        return IsSession(date) && instant < ClosesAt(date) ? date : NextSession(date);
    }

    /// <summary>Whether a session is open at an instant; the close itself is outside.</summary>
    /// <param name="instant">Any instant.</param>
    public static bool IsOpen(DateTimeOffset instant)
    {
        var date = NewYorkTime.DateOf(instant);
        return IsSession(date) && instant >= OpensAt(date) && instant < ClosesAt(date);
    }

    /// <summary>Number of sessions after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when there is none.</summary>
    /// <param name="from">Date in New York, not counted.</param>
    /// <param name="to">Date in New York, counted when it is a session.</param>
    public static int SessionsBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
        {
            count += IsSession(date) ? 1 : 0;
        }

        return count;
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static bool IsHoliday(DateOnly date)
    {
        var year = date.Year;
        return date == NewYear(year)
            || date == DateRules.NthWeekday(year, 1, DayOfWeek.Monday, 3)
            || date == DateRules.NthWeekday(year, 2, DayOfWeek.Monday, 3)
            || date == DateRules.Easter(year).AddDays(-2)
            || date == DateRules.LastWeekday(year, 5, DayOfWeek.Monday)
            || (year >= 2022 && date == DateRules.Observed(new DateOnly(year, 6, 19)))
            || date == DateRules.Observed(new DateOnly(year, 7, 4))
            || date == DateRules.NthWeekday(year, 9, DayOfWeek.Monday, 1)
            || date == Thanksgiving(year)
            || date == DateRules.Observed(new DateOnly(year, 12, 25))
            || SpecialClosures.Contains(date);
    }

    // A New Year's Day on a Saturday is not moved into the old year: 31 December 2021 was a full session.
    private static DateOnly NewYear(int year)
    {
        var first = new DateOnly(year, 1, 1);
        return first.DayOfWeek == DayOfWeek.Sunday ? first.AddDays(1) : first;
    }

    private static DateOnly Thanksgiving(int year) => DateRules.NthWeekday(year, 11, DayOfWeek.Thursday, 4);
}
