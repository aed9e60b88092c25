using System.Globalization;

namespace SpyOptions.Bot.MarketData;

/// <summary>Turns raw wire values into values or nothing. No marker of the wire is known anywhere else in the bot.</summary>
internal static class TickValues
{
    private const double GreekNotComputed = -2;
    private const double VolatilityMax = 100;

    /// <summary>A price in USD; null for "no quote": below zero, or zero with size zero.</summary>
    public static decimal? Price(decimal price, decimal size) => price < 0 || (price == 0 && size == 0) ? null : price;

    /// <summary>A size; null when below zero.</summary>
    public static decimal? Size(decimal size) => size < 0 ? null : size;

    /// <summary>A count of contracts or shares; null when below zero or beyond what a count can be.</summary>
    public static long? Count(decimal size) => size is < 0 or > long.MaxValue ? null : (long)size;

    /// <summary>A volatility; null when it was not computed, is not finite or is above 10,000 % a year.</summary>
    public static double? Volatility(double value) => value is >= 0 and <= VolatilityMax ? value : null;

    /// <summary>A price of a model; null when it was not computed or is not finite.</summary>
    public static double? ModelPrice(double value) => double.IsFinite(value) && value is >= 0 and < 1e9 ? value : null;

    /// <summary>A greek; null when it was not computed, is not finite or exceeds its bound. Zero is a value.</summary>
    public static double? Greek(double value, double magnitudeMax) =>
        value != GreekNotComputed && double.IsFinite(value) && Math.Abs(value) <= magnitudeMax ? value : null;

    /// <summary>Whether trading is halted; null when the broker does not say.</summary>
    public static bool? Halted(double value) => value switch { 0 => false, 1 or 2 => true, _ => null };

    /// <summary>Seconds since 1970 UTC as text; null when it is no such number.</summary>
    public static DateTimeOffset? Instant(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 32_503_680_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
