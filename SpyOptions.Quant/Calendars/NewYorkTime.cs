namespace SpyOptions.Quant.Calendars;

/// <summary>
/// New York wall-clock time by the rule in force since 2007 (Energy Policy Act of 2005): UTC-5, and UTC-4 from 02:00 on the second Sunday
/// of March to 02:00 on the first Sunday of November. Computed, so that a host without a time zone database gives the same answer.
/// </summary>
public static class NewYorkTime
{
    private static readonly TimeSpan Standard = TimeSpan.FromHours(-5);
    private static readonly TimeSpan Daylight = TimeSpan.FromHours(-4);

    /// <summary>The UTC instant of a New York wall-clock time. In the repeated hour of November the first (daylight) reading is taken.</summary>
    /// <param name="date">Date in New York.</param>
    /// <param name="time">Time of day in New York.</param>
    public static DateTimeOffset ToUtc(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        var (start, end) = DaylightPeriod(date.Year);
        return new DateTimeOffset(local, local >= start && local < end ? Daylight : Standard).ToUniversalTime();
    }

    /// <summary>The New York wall-clock time of an instant, with its offset.</summary>
    /// <param name="instant">Any instant since 2007.</param>
    public static DateTimeOffset FromUtc(DateTimeOffset instant)
    {
        var (start, end) = DaylightPeriod(instant.ToOffset(Standard).Year);
        var isDaylight = instant >= new DateTimeOffset(start, Standard) && instant < new DateTimeOffset(end, Daylight);
        return instant.ToOffset(isDaylight ? Daylight : Standard);
    }

    /// <summary>The date in New York at an instant.</summary>
    /// <param name="instant">Any instant since 2007.</param>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(FromUtc(instant).DateTime);

    private static (DateTime Start, DateTime End) DaylightPeriod(int year)
    {
        var changeover = new TimeOnly(2, 0);
        return (DateRules.NthWeekday(year, 3, DayOfWeek.Sunday, 2).ToDateTime(changeover), DateRules.NthWeekday(year, 11, DayOfWeek.Sunday, 1).ToDateTime(changeover));
    }
}
