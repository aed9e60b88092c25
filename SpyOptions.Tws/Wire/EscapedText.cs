using System.Globalization;
using System.Text;

namespace SpyOptions.Tws.Wire;

/// <summary>The <c>\uXXXX</c> escapes that a server uses in error texts, order reject details and long contract names.</summary>
internal static class EscapedText
{
    private const int EscapeLength = 6;

    /// <summary>Replaces each well-formed escape by its character and leaves everything else alone.</summary>
    public static string Unescape(string text)
    {
        var start = text.IndexOf("\\u", StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length).Append(text, 0, start);
        for (var index = start; index < text.Length; index++)
        {
            if (TryReadEscape(text.AsSpan(index), out var character))
            {
                result.Append(character);
                index += EscapeLength - 1;
            }
            else
            {
                result.Append(text[index]);
            }
        }

        return result.ToString();
    }

    /// <summary>Escapes what is not ASCII.</summary>
    public static string Escape(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + EscapeLength);
        foreach (var character in text)
        {
            if (char.IsAscii(character))
            {
                result.Append(character);
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
        }

        return result.ToString();
    }

    private static bool TryReadEscape(ReadOnlySpan<char> text, out char character)
    {
        character = default;
        if (text.Length < EscapeLength || text[0] != '\\' || text[1] != 'u'
            || !ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        character = (char)code;
        return true;
    }
}
