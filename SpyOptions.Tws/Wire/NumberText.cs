using System.Globalization;

namespace SpyOptions.Tws.Wire;

/// <summary>The rarer forms of numbers in a field: exponents, plus signs, unset markers, infinities.</summary>
internal static class NumberText
{
    /// <summary>The smallest number taken for the marker <c>1.7976931348623157E308</c>, however it was rounded.</summary>
    public const double UnsetDouble = 1.797e308;

    /// <summary>Reads a number that is whole, though it may be written with a fraction of zero.</summary>
    public static bool TryReadLong(ReadOnlySpan<byte> text, out long value)
    {
        if (text.IsEmpty)
        {
            value = 0;
            return true;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        var isWhole = TryParseDecimal(text, out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }

    /// <summary>Reads any number but NaN. The unset marker is returned as it stands.</summary>
    public static bool TryReadDouble(ReadOnlySpan<byte> text, out double value)
    {
        // One widespread client writes "Infinite" where the official ones write "Infinity".
        if (text.SequenceEqual("Infinite"u8))
        {
            value = double.PositiveInfinity;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value);
    }

    /// <summary>Reads a decimal; null when the field is unset.</summary>
    public static bool TryReadDecimal(ReadOnlySpan<byte> text, out decimal? value)
    {
        value = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (TryParseDecimal(text, out var number))
        {
            value = number is int.MaxValue or long.MaxValue or long.MinValue ? null : number;
            return true;
        }

        return TryReadDouble(text, out var beyond) && beyond >= UnsetDouble && !double.IsInfinity(beyond);
    }

    private static bool TryParseDecimal(ReadOnlySpan<byte> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
