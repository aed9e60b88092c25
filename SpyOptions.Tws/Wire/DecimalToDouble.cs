using System.Numerics;

namespace SpyOptions.Tws.Wire;

/// <summary>
/// The double nearest to mantissa / 10^scale, ties to even, which is what <see cref="double.Parse(string)"/> gives for the same digits, in a fraction of the time.
/// </summary>
/// <remarks>
/// One division where both operands are exact (Clinger 1990, "How to read floating point numbers accurately"), else the multiplication of Eisel and Lemire
/// (Lemire 2021, "Number parsing at a gigabyte per second", section 5). For the scales accepted here that one needs no fallback
/// (Mushtak and Lemire 2023, "Fast number parsing without fallback"), and no result is subnormal or infinite.
/// </remarks>
internal static class DecimalToDouble
{
    /// <summary>The largest scale. Up to here 5^scale fits 64 bits, on which the proof of the tabled reciprocals rests.</summary>
    public const int ScaleMax = 27;

    private const int ExactScaleMax = 22;
    private const ulong ExactMantissaMax = 1UL << 53;

    /// <summary>A tie is an odd multiple of 5^scale above 2^53, and 2^53 * 5^5 no longer fits 64 bits.</summary>
    private const int TieScaleMax = 4;

    private const int FractionBits = 52;
    private const int ExponentBias = 1023;

    /// <summary>The bits of a product below the 53 of a double, the rounding bit and the one that normalisation may take.</summary>
    private const ulong SurplusBits = ulong.MaxValue >> (FractionBits + 3);

    private static readonly double[] PowersOfTen =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    private static readonly UInt128[] ReciprocalsOfPowersOfFive = [.. Enumerable.Range(0, ScaleMax + 1).Select(ReciprocalOfPowerOfFive)];

    /// <summary>Converts.</summary>
    /// <param name="mantissa">All digits.</param>
    /// <param name="scale">How many of them stand behind the point, from 0 to <see cref="ScaleMax"/>.</param>
    /// <returns>The nearest double; never negative.</returns>
    public static double Convert(ulong mantissa, int scale) => mantissa <= ExactMantissaMax && scale <= ExactScaleMax
        ? mantissa / PowersOfTen[scale]
        : ConvertLong(mantissa, scale);

    private static double ConvertLong(ulong mantissa, int scale)
    {
        if (mantissa == 0 || scale == 0)
        {
            return mantissa;
        }

        var leadingZeros = BitOperations.LeadingZeroCount(mantissa);
        var (high, low) = Multiply(mantissa << leadingZeros, ReciprocalsOfPowersOfFive[scale]);
        var topBit = (int)(high >> 63);
        var shift = topBit + 64 - FractionBits - 3;
        var rounding = high >> shift;
        if (low <= 1 && scale <= TieScaleMax && (rounding & 3) == 1 && rounding << shift == high)
        {
            rounding--;
        }

        // The leading one of the fraction is added to the exponent, and so is the carry when rounding overflows.
        var fraction = (rounding + (rounding & 1)) >> 1;
        var exponent = FloorOfLog2OfTenTimes(-scale) + 63 + topBit - leadingZeros + ExponentBias - 1;
        return BitConverter.UInt64BitsToDouble(((ulong)exponent << FractionBits) + fraction);
    }

    /// <summary>The upper 128 bits of the product; the lower half of the reciprocal is looked at only where it can matter.</summary>
    private static (ulong High, ulong Low) Multiply(ulong mantissa, UInt128 reciprocal)
    {
        var high = Math.BigMul(mantissa, (ulong)(reciprocal >> 64), out var low);
        if ((high & SurplusBits) == SurplusBits)
        {
            var carry = Math.BigMul(mantissa, (ulong)reciprocal, out _);
            low += carry;
            high += low < carry ? 1UL : 0UL;
        }

        return (high, low);
    }

    private static int FloorOfLog2OfTenTimes(int power) => (217_706 * power) >> 16;

    /// <summary>The reciprocal to 128 significant bits, rounded up.</summary>
    private static UInt128 ReciprocalOfPowerOfFive(int power)
    {
        if (power == 0)
        {
            return UInt128.One << 127;
        }

        var divisor = BigInteger.Pow(5, power);
        return (UInt128)((BigInteger.One << ((int)divisor.GetBitLength() + 127)) / divisor) + 1;
    }
}
