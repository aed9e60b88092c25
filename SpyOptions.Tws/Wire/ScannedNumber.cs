namespace SpyOptions.Tws.Wire;

/// <summary>A number of at most 18 digits as it stood in a field: mantissa / 10^scale.</summary>
internal readonly struct ScannedNumber(ulong mantissa, byte scale, bool isNegative, bool isEmpty)
{
    private const int DigitsMax = 18;
    private const ulong ExactDoubleMax = 1UL << 53;

    private static readonly double[] PowersOfTen =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    public ulong Mantissa { get; } = mantissa;

    public byte Scale { get; } = scale;

    public bool IsNegative { get; } = isNegative;

    public bool IsEmpty { get; } = isEmpty;

    /// <summary>Scans to the NUL or the end of the bytes.</summary>
    /// <returns>The length of the field, or -1 when it is not a short plain number.</returns>
    public static int Scan(ReadOnlySpan<byte> bytes, out ScannedNumber number)
    {
        var mantissa = 0UL;
        var digits = 0;
        var point = -1;
        var isNegative = bytes[0] == (byte)'-';
        var index = isNegative ? 1 : 0;
        for (; index < bytes.Length; index++)
        {
            var digit = (uint)(bytes[index] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                digits++;
            }
            else if (bytes[index] == (byte)'.' && point < 0)
            {
                point = digits;
            }
            else
            {
                break;
            }
        }

        number = default;
        var ended = index >= bytes.Length || bytes[index] == 0;
        if (!ended || digits > DigitsMax || (digits == 0 && index > 0))
        {
            return -1;
        }

        number = new ScannedNumber(mantissa, (byte)(point < 0 ? 0 : digits - point), isNegative, digits == 0);
        return index;
    }

    /// <summary>The nearest double. Both operands are exact, so the one division rounds correctly (Clinger 1990).</summary>
    public bool TryToDouble(out double value)
    {
        value = Mantissa / PowersOfTen[Scale];
        if (IsNegative)
        {
            value = -value;
        }

        return Mantissa <= ExactDoubleMax;
    }

    public decimal ToDecimal() => new((int)Mantissa, (int)(Mantissa >> 32), 0, IsNegative && Mantissa != 0, Scale);
}
