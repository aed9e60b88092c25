using System.Globalization;
using System.Text;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Wire;

/// <summary>Every number is compared bit by bit with what the framework reads.</summary>
public sealed class DoubleParsingTests
{
    private const int Samples = 100_000;

    [Theory]
    [InlineData("R", 1)]
    [InlineData("G17", 2)]
    [InlineData("E16", 3)]
    public void A_random_double_of_any_size_is_read_exactly(string format, int seed)
    {
        var random = new Random(seed);
        for (var sample = 0; sample < Samples; sample++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value) && Math.Abs(value) < 1.79e308)
            {
                AssertExact(value.ToString(format, CultureInfo.InvariantCulture));
            }
        }
    }

    [Theory]
    [InlineData("R", 4)]
    [InlineData("G17", 5)]
    [InlineData("F19", 6)]
    public void A_random_double_of_the_size_of_greeks_is_read_exactly(string format, int seed)
    {
        var random = new Random(seed);
        for (var sample = 0; sample < Samples; sample++)
        {
            var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-9, 5));
            AssertExact(value.ToString(format, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Digits_of_any_length_and_scale_are_read_exactly()
    {
        var random = new Random(7);
        for (var sample = 0; sample < Samples; sample++)
        {
            var digits = (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            AssertExact(string.Create(CultureInfo.InvariantCulture, $"{digits}E-{random.Next(1, 30)}"));
        }
    }

    [Fact]
    public void A_number_halfway_between_two_doubles_and_its_neighbours_are_read_exactly()
    {
        var random = new Random(8);
        for (var sample = 0; sample < Samples; sample++)
        {
            // 54 bits and an odd last one lie halfway; the power of five makes the digits a number with a scale again.
            var scale = random.Next(0, 5);
            var halfway = (UInt128)(ulong)(random.NextInt64(1L << 53, 1L << 54) | 1) * (UInt128)Math.Pow(5, scale);
            if (halfway < ulong.MaxValue - 1)
            {
                AssertExact(string.Create(CultureInfo.InvariantCulture, $"{halfway - 1}E-{scale}"));
                AssertExact(string.Create(CultureInfo.InvariantCulture, $"{halfway}E-{scale}"));
                AssertExact(string.Create(CultureInfo.InvariantCulture, $"{halfway + 1}E-{scale}"));
            }
        }
    }

    [Theory]
    [InlineData("0.15340000000000001")]
    [InlineData("-0.0")]
    [InlineData("-0")]
    [InlineData("0.0000000000000000000000000000")]
    [InlineData("0E-25")]
    [InlineData("1.0E-5")]
    [InlineData("1e-05")]
    [InlineData("1E-0")]
    [InlineData("1E+2")]
    [InlineData("12.5E1")]
    [InlineData("5E-324")]
    [InlineData("2.2250738585072014E-308")]
    [InlineData("1E-400")]
    [InlineData("1E-99999999999")]
    [InlineData("9007199254740993")]
    [InlineData("9007199254740993.0")]
    [InlineData("9223372036854775807")]
    [InlineData("9999999999999999999")]
    [InlineData("18446744073709551615")]
    [InlineData("99999999999999999999")]
    [InlineData("0.9999999999999999999")]
    [InlineData("0.99999999999999999999")]
    [InlineData("0.000000000012345678901234567")]
    [InlineData("0000000000000000000000000001.5")]
    [InlineData("5.")]
    public void An_edge_case_is_read_exactly(string text) => AssertExact(text);

    [Theory]
    [InlineData("1E")]
    [InlineData("1E-")]
    [InlineData("1E5.5")]
    [InlineData("E5")]
    [InlineData("-E5")]
    [InlineData(".E-5")]
    [InlineData("1.5E-5x")]
    [InlineData("1.5F-5")]
    [InlineData("--1")]
    public void What_the_framework_does_not_read_is_an_error(string text)
    {
        Assert.False(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        Assert.Equal("delta", Assert.Throws<TwsProtocolException>(() => new FieldReader(Encoding.ASCII.GetBytes(text), 178).ReadDouble("delta")).Field);
    }

    [Fact]
    public void The_markers_of_unset_whole_numbers_are_still_told_from_numbers()
    {
        Assert.Equal(0, new FieldReader("9223372036854775807"u8, 178).ReadDecimal("size"));
        Assert.Equal(long.MaxValue, new FieldReader("9223372036854775807"u8, 178).ReadLong("permId"));
        Assert.Throws<TwsProtocolException>(() => new FieldReader("9223372036854775808"u8, 178).ReadLong("permId"));
    }

    private static void AssertExact(string text)
    {
        var expected = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        Span<byte> payload = stackalloc byte[512];
        var length = Encoding.ASCII.GetBytes(text, payload);
        var read = new FieldReader(payload[..length], 178).ReadDouble("value", double.NaN);
        if (BitConverter.DoubleToInt64Bits(read) != BitConverter.DoubleToInt64Bits(expected))
        {
            Assert.Fail($"'{text}' was read as {read:R}, not {expected:R}.");
        }
    }
}
