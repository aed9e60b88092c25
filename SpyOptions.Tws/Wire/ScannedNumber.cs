namespace SpyOptions.Tws.Wire;

/// <summary>A number of at most 19 significant digits as it stood in a field: mantissa / 10^scale.</summary>
internal readonly struct ScannedNumber(ulong mantissa, byte scale, bool isNegative, bool isEmpty)
{
    private const int DigitsMax = 19;
    private const int ExponentMax = 99;

    /// <summary>Longer whole numbers may be markers of an unset field, or too large.</summary>
    private const ulong PlainMantissaMax = 999_999_999_999_999_999;

    /// <summary>Whether the number may be taken as a decimal or a whole number as it stands.</summary>
    public bool IsPlain => mantissa <= PlainMantissaMax;

    public ulong Mantissa => mantissa;

    public byte Scale => scale;

    public bool IsNegative => isNegative;

    public bool IsEmpty => isEmpty;

    /// <summary>Scans to the NUL or the end of the bytes.</summary>
    /// <returns>The length of the field, or -1 when it is not such a number.</returns>
    public static int Scan(ReadOnlySpan<byte> bytes, out ScannedNumber number)
    {
        var mantissa = 0UL;
        var point = -1;
        var isNegative = bytes[0] == (byte)'-';
        var start = isNegative ? 1 : 0;
        var index = start;
        for (; index < bytes.Length; index++)
        {
            var digit = (uint)(bytes[index] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else if (bytes[index] == (byte)'.' && point < 0)
            {
                point = index;
            }
            else
            {
                break;
            }
        }

        number = default;
        var digits = index - start - (point < 0 ? 0 : 1);
        var isOverflown = digits > DigitsMax && digits - CountLeadingZeros(bytes[start..index]) > DigitsMax;
        if (isOverflown || (digits == 0 && index > 0))
        {
            return -1;
        }

        var scale = point < 0 ? 0 : index - point - 1;
        if (index < bytes.Length && bytes[index] != 0)
        {
            index += ScanExponent(bytes[index..], out var exponent);
            scale -= exponent;
            if (exponent == 0 || digits == 0)
            {
                return -1;
            }
        }

        if (scale is < 0 or > DecimalToDouble.ScaleMax)
        {
            return -1;
        }

        number = new ScannedNumber(mantissa, (byte)scale, isNegative, digits == 0);
        return index;
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble()
    {
        var value = DecimalToDouble.Convert(mantissa, scale);
        return isNegative ? -value : value;
    }

    public decimal ToDecimal() => new((int)mantissa, (int)(mantissa >> 32), 0, isNegative && mantissa != 0, scale);

    private static int CountLeadingZeros(ReadOnlySpan<byte> number)
    {
        var zeros = 0;
        foreach (var character in number)
        {
            if (character is not ((byte)'0' or (byte)'.'))
            {
                break;
            }

            zeros += character == (byte)'0' ? 1 : 0;
        }

        return zeros;
    }

    /// <summary>Scans the rest of a field from the letter on; zero, which no server writes, stands for anything else.</summary>
    private static int ScanExponent(ReadOnlySpan<byte> bytes, out int exponent)
    {
        exponent = 0;
        if (bytes.Length < 2 || bytes[0] is not ((byte)'E' or (byte)'e'))
        {
            return 0;
        }

        var isNegative = bytes[1] == (byte)'-';
        var index = isNegative || bytes[1] == (byte)'+' ? 2 : 1;
        var size = 0;
        for (; index < bytes.Length && bytes[index] != 0; index++)
        {
            var digit = (uint)(bytes[index] - '0');
            if (digit > 9 || size > ExponentMax)
            {
                return 0;
            }

            size = (size * 10) + (int)digit;
        }

        exponent = isNegative ? -size : size;
        return index;
    }
}
