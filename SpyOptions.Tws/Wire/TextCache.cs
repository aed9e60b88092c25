namespace SpyOptions.Tws.Wire;

/// <summary>
/// Remembers short texts that keep coming (exchange letters, trade times, account names), so that reading one again allocates nothing.
/// Holds at most <see cref="Slots"/> texts; a newcomer replaces whatever had its slot. Not thread-safe: one reader owns it.
/// </summary>
internal sealed class TextCache
{
    private const int Slots = 1024;
    private const int LengthMax = 24;

    private readonly byte[] bytes = new byte[Slots * LengthMax];
    private readonly int[] lengths = new int[Slots];
    private readonly string?[] texts = new string?[Slots];

    public string Get(ReadOnlySpan<byte> text)
    {
        if (text.Length > LengthMax)
        {
            return FieldReader.Decode(text);
        }

        var slot = SlotOf(text);
        var known = bytes.AsSpan(slot * LengthMax, text.Length);
        if (texts[slot] is { } cached && lengths[slot] == text.Length && known.SequenceEqual(text))
        {
            return cached;
        }

        var decoded = FieldReader.Decode(text);
        text.CopyTo(known);
        lengths[slot] = text.Length;
        texts[slot] = decoded;
        return decoded;
    }

    private static int SlotOf(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var value in text)
        {
            hash = (hash ^ value) * 16777619u;
        }

        return (int)((hash ^ (hash >> 16)) % Slots);
    }
}
