using SpyOptions.Quant.Calendars;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Quant.Calendars;

public sealed class ExchangeCalendarTests
{
    [Theory]
    [InlineData(2020, "01-01 01-20 02-17 04-10 05-25 07-03 09-07 11-26 12-25", "11-27 12-24")]
    [InlineData(2021, "01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24", "11-26")]
    [InlineData(2022, "01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26", "11-25")]
    [InlineData(2023, "01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25", "07-03 11-24")]
    [InlineData(2024, "01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25", "07-03 11-29 12-24")]
    [InlineData(2025, "01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25", "07-03 11-28 12-24")]
    [InlineData(2026, "01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25", "11-27 12-24")]
    [InlineData(2027, "01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24", "11-26")]
    [InlineData(2028, "01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25", "07-03 11-24")]
    [InlineData(2029, "01-01 01-15 02-19 03-30 05-28 06-19 07-04 09-03 11-22 12-25", "07-03 11-23 12-24")]
    [InlineData(2030, "01-01 01-21 02-18 04-19 05-27 06-19 07-04 09-02 11-28 12-25", "07-03 11-29 12-24")]
    public void The_holidays_and_half_days_are_those_of_the_exchange(int year, string holidays, string halfDays)
    {
        var days = Enumerable.Range(0, 366).Select(day => new DateOnly(year, 1, 1).AddDays(day)).Where(date => date.Year == year).ToList();
        var weekdays = days.Where(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Equal(holidays, string.Join(' ', weekdays.Where(date => !ExchangeCalendar.IsSession(date)).Select(date => $"{date:MM-dd}")));
        Assert.Equal(halfDays, string.Join(' ', days.Where(ExchangeCalendar.IsHalfDay).Select(date => $"{date:MM-dd}")));
    }

    [Theory]
    [InlineData("2026-07-22", "2026-07-22T13:30:00Z", "2026-07-22T20:00:00Z")]
    [InlineData("2026-01-05", "2026-01-05T14:30:00Z", "2026-01-05T21:00:00Z")]
    [InlineData("2026-11-27", "2026-11-27T14:30:00Z", "2026-11-27T18:00:00Z")]
    [InlineData("2026-03-09", "2026-03-09T13:30:00Z", "2026-03-09T20:00:00Z")]
    public void A_session_opens_and_closes_at_the_right_instants(string session, string opens, string closes)
    {
        var date = DateOnly.Parse(session, null);
        Assert.Equal(DateTimeOffset.Parse(opens, null), ExchangeCalendar.OpensAt(date));
        Assert.Equal(DateTimeOffset.Parse(closes, null), ExchangeCalendar.ClosesAt(date));
        Assert.Equal(DateTimeOffset.Parse(closes, null), ExchangeCalendar.ExpiresAt(date));
    }

    [Theory]
    [InlineData("2026-07-22T15:00:00Z", "2026-07-22")]
    [InlineData("2026-07-22T03:00:00Z", "2026-07-22")]
    [InlineData("2026-07-22T20:00:00Z", "2026-07-23")]
    [InlineData("2026-07-24T21:00:00Z", "2026-07-27")]
    [InlineData("2026-11-22T17:48:00Z", "2026-11-23")]
    [InlineData("2026-11-25T22:00:00Z", "2026-11-27")]
    public void The_current_or_next_session_is_found(string instant, string session)
    {
        Assert.Equal(DateOnly.Parse(session, null), ExchangeCalendar.CurrentOrNextSession(DateTimeOffset.Parse(instant, null)));
    }

    [Fact]
    public void New_York_time_agrees_with_the_time_zone_database()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone))
        {
            Assert.Skip("This host has no time zone database.");
        }

        for (var instant = new DateTimeOffset(2020, 1, 1, 0, 30, 0, TimeSpan.Zero); instant.Year < 2031; instant = instant.AddHours(5))
        {
            Assert.Equal(TimeZoneInfo.ConvertTime(instant, zone), NewYorkTime.FromUtc(instant));
            Assert.Equal(TimeZoneInfo.ConvertTime(instant, zone).Offset, NewYorkTime.FromUtc(instant).Offset);
        }
    }

    [Fact]
    public void Years_to_expiry_count_seconds_over_365_days_and_stop_at_zero()
    {
        var marketAt = new DateTimeOffset(2026, 7, 22, 20, 0, 0, TimeSpan.Zero);
        Assert.Equal(7.0 / 365.0, ExchangeCalendar.YearsToExpiry(marketAt, new DateOnly(2026, 7, 29)), 15);
        Assert.Equal(0.0, ExchangeCalendar.YearsToExpiry(marketAt, new DateOnly(2026, 7, 22)));
        Assert.Equal(0.0, ExchangeCalendar.YearsToExpiry(marketAt, new DateOnly(2026, 7, 21)));
    }

    [Fact]
    public void A_monthly_expiry_on_a_holiday_moves_to_the_day_before()
    {
        Assert.Equal(new DateOnly(2027, 6, 17), OptionExpiries.Monthly(2027, 6));
        Assert.Equal(new DateOnly(2026, 8, 21), OptionExpiries.Monthly(2026, 8));
    }

    [Fact]
    public void Every_session_lists_at_least_33_expiries()
    {
        for (var session = new DateOnly(2025, 1, 2); session.Year < 2028; session = ExchangeCalendar.NextSession(session))
        {
            var expiries = OptionExpiries.ListedOn(session);
            Assert.True(expiries.Count >= 32, $"{session}: {expiries.Count}");
            Assert.All(expiries, expiry => Assert.True(ExchangeCalendar.IsSession(expiry)));
        }
    }

    [Fact]
    public void The_listed_expiries_are_those_of_a_real_day()
    {
        if (Repository.MarketData is not { } data)
        {
            Assert.Skip("The recorded chains are not beside the repository (../shared/data/spy-eod-chain, or SPYOPTIONS_DATA).");
            return;
        }

        var rows = MarketDataFile.ReadRows(Path.Combine(data, "spy-eod-chain", "2026-07-24.csv.gz"));
        var real = rows.Select(row => DateOnly.Parse(row["expiry"], null)).Distinct().Order();
        Assert.Equal(real, OptionExpiries.ListedOn(new DateOnly(2026, 7, 24)));
    }
}
