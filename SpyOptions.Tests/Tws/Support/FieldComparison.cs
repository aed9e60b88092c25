using System.Globalization;

namespace SpyOptions.Tests.Tws.Support;

/// <summary>How a field that another program wrote may differ from ours and still mean the same.</summary>
internal enum FieldMatch
{
    /// <summary>The same text.</summary>
    Same,

    /// <summary>Another text of the same number: 590.0 and 590.</summary>
    SameNumber,

    /// <summary>A marker for an unset number, where we write an empty field.</summary>
    UnsetMarker,

    /// <summary>An empty field, where we write 0 or false.</summary>
    EmptyIsZero,

    /// <summary>Not the same.</summary>
    Different,
}

internal static class FieldComparison
{
    private static readonly string[] UnsetMarkers = ["1.7976931348623157E308", "1.7976931348623157E+308", "2147483647"];

    public static FieldMatch Compare(string theirs, string ours)
    {
        if (theirs == ours)
        {
            return FieldMatch.Same;
        }

        if (UnsetMarkers.Contains(theirs))
        {
            return ours.Length == 0 || UnsetMarkers.Contains(ours) ? FieldMatch.UnsetMarker : FieldMatch.Different;
        }

        if (theirs.Length == 0)
        {
            return ours == "0" ? FieldMatch.EmptyIsZero : FieldMatch.Different;
        }

        return TryParse(theirs, out var left) && TryParse(ours, out var right) && left == right ? FieldMatch.SameNumber : FieldMatch.Different;
    }

    private static bool TryParse(string text, out decimal number) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
