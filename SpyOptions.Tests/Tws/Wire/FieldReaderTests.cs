using System.Globalization;
using CsCheck;
using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Wire;

public sealed class FieldReaderTests
{
    [Theory]
    [InlineData("590", 590)]
    [InlineData("590.0", 590)]
    [InlineData("5.9E2", 590)]
    [InlineData("-0.1523", -0.1523)]
    [InlineData("1E-05", 0.00001)]
    [InlineData("+3.5", 3.5)]
    [InlineData(".5", 0.5)]
    [InlineData("", 0)]
    [InlineData("1.7976931348623157E308", 0)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("Infinite", double.PositiveInfinity)]
    [InlineData("0.1234567890123456789", 0.1234567890123456789)]
    [InlineData("123456789012345678901234567890", 123456789012345678901234567890d)]
    public void A_double_is_read_in_every_form(string text, double expected) =>
        Assert.Equal(expected, new FieldReader(WireText.Payload(text), 178).ReadDouble("price"));

    [Theory]
    [InlineData("")]
    [InlineData("1.7976931348623157E308")]
    [InlineData("1.7976931348623157E+308")]
    [InlineData("2147483647")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    public void An_unset_decimal_is_null_in_every_form(string text)
    {
        Assert.Null(new FieldReader(WireText.Payload(text), 178).ReadOptionalDecimal("size"));
        Assert.Null(new FieldReader(WireText.Payload(text), 178).ReadOptionalInt("size"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.7976931348623157E308")]
    [InlineData("1.7976931348623157E+308")]
    public void An_unset_double_is_null_and_can_have_a_value_of_its_own(string text)
    {
        Assert.Null(new FieldReader(WireText.Payload(text), 178).ReadOptionalDouble("delta"));
        Assert.Equal(-2, new FieldReader(WireText.Payload(text), 178).ReadDouble("delta", -2));
    }

    [Theory]
    [InlineData("3.450", "3.450")]
    [InlineData("-0", "0")]
    [InlineData("1E-05", "0.00001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_decimal_keeps_its_digits(string text, string expected) =>
        Assert.Equal(expected, new FieldReader(WireText.Payload(text), 178).ReadDecimal("price").ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("", false)]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    public void A_bool_is_read_in_every_form(string text, bool expected)
    {
        Assert.Equal(expected, new FieldReader(WireText.Payload(text), 178).ReadBool("transmit"));
        Assert.Equal(text.Length == 0 ? null : expected, new FieldReader(WireText.Payload(text), 178).ReadOptionalBool("usePriceMgmtAlgo"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("NaN")]
    [InlineData("1.7976931348623157E308")]
    public void A_wrong_whole_number_is_an_error_that_names_the_field(string text)
    {
        var error = Assert.Throws<TwsProtocolException>(() => ReadIntAfterId(text));
        Assert.Equal("tickType", error.Field);
        Assert.Equal(2, error.MessageId);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("NaN")]
    [InlineData("3,45")]
    [InlineData("0x10")]
    public void A_wrong_number_is_an_error_that_names_the_field(string text)
    {
        Assert.Equal("price", Assert.Throws<TwsProtocolException>(() => new FieldReader(WireText.Payload(text), 178).ReadDouble("price")).Field);
        Assert.Equal("price", Assert.Throws<TwsProtocolException>(() => new FieldReader(WireText.Payload(text), 178).ReadDecimal("price")).Field);
    }

    [Fact]
    public void Text_is_never_an_error()
    {
        byte[] latin = [(byte)'C', 0xE9, 0];
        byte[] utf8 = [(byte)'C', 0xC3, 0xA9, 0];
        Assert.Equal("Cé", new FieldReader(latin, 178).ReadText("text"));
        Assert.Equal("Cé", new FieldReader(utf8, 178).ReadText("text"));
    }

    [Theory]
    [InlineData("Beno\\u00eet", "Benoît")]
    [InlineData("\\u00", "\\u00")]
    [InlineData("\\uzzzz", "\\uzzzz")]
    [InlineData("a\\nb", "a\\nb")]
    [InlineData("\\\\u00e9", "\\é")]
    public void Escapes_are_undone_where_they_are_well_formed(string text, string expected) =>
        Assert.Equal(expected, new FieldReader(WireText.Payload(text), 178).ReadEscapedText("errorMsg"));

    [Theory]
    [InlineData("-1")]
    [InlineData("1000000")]
    public void A_count_that_the_message_cannot_hold_is_refused_before_anything_is_allocated(string count) =>
        Assert.Equal("nStrikes", Assert.Throws<TwsProtocolException>(() => new FieldReader(WireText.Payload($"{count}|1|2"), 178).ReadCount("nStrikes")).Field);

    [Fact]
    public void Every_double_is_read_back_as_the_same_double() =>
        Gen.Double.Where(double.IsFinite).Where(value => Math.Abs(value) < 1.79e308).Sample(value =>
        {
            var text = value.ToString("R", CultureInfo.InvariantCulture);
            return BitConverter.DoubleToInt64Bits(new FieldReader(WireText.Payload(text), 178).ReadDouble("value")) == BitConverter.DoubleToInt64Bits(value);
        });

    [Fact]
    public void Every_short_decimal_is_read_as_the_framework_reads_it() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 9]).Sample((digits, scale) =>
        {
            var value = new decimal((int)(Math.Abs(digits) % 1_000_000_007), 0, 0, digits < 0, (byte)scale);
            var text = value.ToString(CultureInfo.InvariantCulture);
            var read = new FieldReader(WireText.Payload(text), 178).ReadDecimal("value");
            var number = new FieldReader(WireText.Payload(text), 178).ReadDouble("value");
            return read == value && number == double.Parse(text, CultureInfo.InvariantCulture);
        });

    private static int ReadIntAfterId(string text)
    {
        var reader = new FieldReader(WireText.Payload($"2|{text}"), 178);
        reader.ReadMessageId();
        return reader.ReadInt("tickType");
    }
}
