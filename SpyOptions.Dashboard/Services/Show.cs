using System.Globalization;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>Numbers and times as people read them on a trading screen; what is not known is an en dash.</summary>
internal static class Show
{
    /// <summary>What stands for a value that is not known.</summary>
    public const string Unknown = "–";

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>A number with a .NET format; an en dash for null.</summary>
    public static string Number(double? value, string format) =>
        value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : Unknown;

    /// <summary>A decimal number with a .NET format; an en dash for null.</summary>
    public static string Number(decimal? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>A whole number with thousands separators; an en dash for null.</summary>
    public static string Count(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>A signed number; the minus is a real minus sign.</summary>
    public static string Signed(double? value, string format) =>
        value is { } number ? $"{(number < 0 ? "−" : "+")}{Number(Math.Abs(number), format)}" : Unknown;

    /// <summary>A fraction as percent, 0.2 = 20.0 %.</summary>
    public static string Percent(double? value) => value is null ? Unknown : $"{Number(value * 100, "0.0")}%";

    /// <summary>An input of a score with as many digits as say something.</summary>
    public static string Input(double value) => Number(value, Math.Abs(value) switch
    {
        >= 1_000 => "#,0.##",
        >= 1 => "0.###",
        >= 0.01 or 0 => "0.####",
        >= 0.00001 => "0.#######",
        _ => "0.##E+0",
    }).Replace('-', '−');

    /// <summary>A text that begins with a capital letter.</summary>
    public static string Sentence(string text) => text.Length == 0 ? "" : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <summary>A strike without needless zeros.</summary>
    public static string Strike(decimal strike) => strike.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A duration of milliseconds in the unit that reads best.</summary>
    public static string Milliseconds(double? value) => value switch
    {
        null => Unknown,
        < 10 => $"{Number(value, "0.0")} ms",
        < 10_000 => $"{Number(value, "#,0")} ms",
        _ => Duration(TimeSpan.FromMilliseconds(value.Value)),
    };

    /// <summary>A duration in at most two units, for example <c>3h 12m</c>; a negative one counts as 0.</summary>
    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => Unknown,
        { TotalSeconds: < 1 } => "0s",
        { TotalMinutes: < 1 } span => $"{span.Seconds}s",
        { TotalHours: < 1 } span => $"{span.Minutes}m {span.Seconds:00}s",
        { TotalDays: < 1 } span => $"{span.Hours}h {span.Minutes:00}m",
        { } span => $"{span.Days}d {span.Hours}h",
    };

    /// <summary>A countdown, <c>h:mm:ss</c>; a negative one counts as 0.</summary>
    public static string Countdown(TimeSpan duration) =>
        duration <= TimeSpan.Zero ? "0:00:00" : $"{(int)duration.TotalHours}:{duration.Minutes:00}:{duration.Seconds:00}";

    /// <summary>An instant as New York's clock shows it.</summary>
    public static string NewYorkTime(DateTimeOffset? instant, string format = "HH:mm:ss") =>
        instant is { } at ? TimeZoneInfo.ConvertTime(at, NewYork).ToString(format, CultureInfo.InvariantCulture) : Unknown;

    /// <summary>New York's date of an instant.</summary>
    public static DateOnly NewYorkDate(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, NewYork).DateTime);

    /// <summary>An expiry, for example <c>22 Nov</c>, with the year when it is not this one.</summary>
    public static string Expiry(DateOnly expiry, DateOnly? today) =>
        expiry.ToString(today is { } day && day.Year == expiry.Year ? "d MMM" : "d MMM yy", CultureInfo.InvariantCulture);

    /// <summary>Whole days left, for example <c>0DTE</c>.</summary>
    public static string DaysLeft(DateOnly expiry, DateOnly? today) => today is { } day ? $"{expiry.DayNumber - day.DayNumber}DTE" : "";

    /// <summary>An option in a line, for example <c>SPY 590 C</c>.</summary>
    public static string Contract(OptionContract contract) => $"{contract.Underlying} {Strike(contract.Strike)} {Letter(contract.Right)}";

    /// <summary>C or P.</summary>
    public static string Letter(OptionRight right) => right == OptionRight.Call ? "C" : "P";

    /// <summary>A name in words: <c>SmileResidual</c> and <c>smileResidual</c> become <c>Smile residual</c>.</summary>
    public static string Words(string name) => string.Concat(name.Select((letter, index) => index == 0
        ? char.ToUpperInvariant(letter).ToString()
        : char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}
