using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SpyOptions.Api.Signals;

/// <summary>
/// Where a page ended. It remembers the newest sequence of the first page, so that signals stored meanwhile neither shift nor hide
/// what the later pages show.
/// </summary>
/// <param name="Head">Newest sequence when the first page was read.</param>
/// <param name="Before">The next page holds only smaller sequences.</param>
internal readonly record struct SignalCursor(long Head, long Before)
{
    /// <summary>Reads a cursor; false when it is none of ours.</summary>
    public static bool TryParse(string text, out SignalCursor cursor)
    {
        cursor = default;
        if (text.Length > 64 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        if (parts.Length != 2 || !TryReadSequence(parts[0], out var head) || !TryReadSequence(parts[1], out var before) || before > head)
        {
            return false;
        }

        cursor = new SignalCursor(head, before);
        return true;
    }

    /// <summary>The cursor as it crosses the wire: opaque.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Head}.{Before}")));

    private static bool TryReadSequence(string text, out long sequence) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out sequence) && sequence > 0;
}
