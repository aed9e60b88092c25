using System.Text;

namespace SpyOptions.Tws.Client;

/// <summary>The comma-separated generic tick ids of a market data request. One illegal id makes the gateway refuse the whole request with error 321.</summary>
internal static class GenericTickList
{
    private const string LegalMarker = "Legal ones for";

    /// <summary>
    /// Takes the illegal ids out of a list, going by the text of error 321, for example
    /// <c>… cause - Incorrect generic tick list of 104,106.  Legal ones for (STK) are: 100(Option Volume),106(impvolat),221/220(Creditman Mark Price)</c>.
    /// </summary>
    /// <param name="genericTicks">The list that was refused.</param>
    /// <param name="errorText">The gateway's text.</param>
    /// <param name="legal">The rest of the list, in its order; it may be empty.</param>
    /// <returns>False when the text names no legal ids or the list held no offender: then the list was not the cause.</returns>
    public static bool TryRemoveIllegal(string genericTicks, string errorText, out string legal)
    {
        legal = genericTicks;
        var marker = errorText.IndexOf(LegalMarker, StringComparison.OrdinalIgnoreCase);
        var start = marker < 0 ? -1 : errorText.IndexOf(':', marker);
        if (start < 0)
        {
            return false;
        }

        var named = LegalIds(errorText.AsSpan(start + 1));
        var asked = genericTicks.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var kept = asked.Where(named.Contains).ToArray();
        legal = string.Join(',', kept);
        return named.Count > 0 && kept.Length < asked.Length;
    }

    // Ids stand before their names; the names are in brackets, which nest and hold digits and commas of their own.
    private static HashSet<string> LegalIds(ReadOnlySpan<char> text)
    {
        var outside = new StringBuilder();
        var depth = 0;
        foreach (var letter in text)
        {
            depth += letter switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && letter != ')')
            {
                outside.Append(letter);
            }
        }

        var ids = outside.ToString().Split([',', '/', '.', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ids.Where(static id => id.All(char.IsAsciiDigit)).ToHashSet(StringComparer.Ordinal);
    }
}
