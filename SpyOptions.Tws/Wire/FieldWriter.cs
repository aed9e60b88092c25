using System.Buffers;
using System.Globalization;
using System.Text;

namespace SpyOptions.Tws.Wire;

/// <summary>Writes the NUL-terminated fields of one payload in order. An unset value is an empty field.</summary>
public sealed class FieldWriter
{
    private const int NumberLengthMax = 64;

    private static readonly SearchValues<char> PrintableAscii =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\t', '\n', '\r']);

    private readonly IBufferWriter<byte> output;
    private readonly bool printableAsciiOnly;

    /// <summary>Writes to a buffer.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="serverVersion">The negotiated version, on which some layouts depend.</param>
    /// <param name="printableAsciiOnly">Whether text beyond printable ASCII is refused, as TWS asks of clients.</param>
    public FieldWriter(IBufferWriter<byte> output, int serverVersion, bool printableAsciiOnly = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
        this.printableAsciiOnly = printableAsciiOnly;
        ServerVersion = serverVersion;
    }

    /// <summary>The negotiated version.</summary>
    public int ServerVersion { get; }

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This writer.</returns>
    public FieldWriter WriteInt(int value) => WriteNumber(value);

    /// <summary>Writes a whole number; null as an empty field.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This writer.</returns>
    public FieldWriter WriteOptionalInt(int? value) => value is { } number ? WriteNumber(number) : WriteEmpty();

    /// <summary>Writes a whole number; null as <c>2147483647</c>, where gateways do so.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This writer.</returns>
    public FieldWriter WriteIntOrMaximum(int? value) => WriteNumber(value ?? int.MaxValue);

    /// <summary>Writes a 64-bit whole number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This writer.</returns>
    public FieldWriter WriteLong(long value) => WriteNumber(value);

    /// <summary>Writes a floating-point number in its shortest exact form.</summary>
    /// <param name="value">The number; not NaN.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="TwsProtocolException">The number is NaN, for which the protocol has no form.</exception>
    public FieldWriter WriteDouble(double value) =>
        double.IsNaN(value) ? throw new TwsProtocolException("NaN has no form on the wire.") : WriteNumber(value);

    /// <summary>Writes a floating-point number; null as an empty field.</summary>
    /// <param name="value">The number; not NaN.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="TwsProtocolException">The number is NaN, for which the protocol has no form.</exception>
    public FieldWriter WriteOptionalDouble(double? value) => value is { } number ? WriteDouble(number) : WriteEmpty();

    /// <summary>Writes a decimal number with all its digits.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This writer.</returns>
    public FieldWriter WriteDecimal(decimal value) => WriteNumber(value);

    /// <summary>Writes a decimal number; null as an empty field.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This writer.</returns>
    public FieldWriter WriteOptionalDecimal(decimal? value) => value is { } number ? WriteNumber(number) : WriteEmpty();

    /// <summary>Writes a decimal number; null as <c>1.7976931348623157E308</c>, where gateways do so.</summary>
    /// <param name="value">The number.</param>
    /// <returns>This writer.</returns>
    public FieldWriter WriteDecimalOrMaximum(decimal? value) =>
        value is { } number ? WriteNumber(number) : WriteBytes("1.7976931348623157E308"u8);

    /// <summary>Writes a yes or no as <c>1</c> or <c>0</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>This writer.</returns>
    public FieldWriter WriteBool(bool value) => WriteBytes(value ? "1"u8 : "0"u8);

    /// <summary>Writes a yes or no; null as an empty field.</summary>
    /// <param name="value">The value.</param>
    /// <returns>This writer.</returns>
    public FieldWriter WriteOptionalBool(bool? value) => value is { } known ? WriteBool(known) : WriteEmpty();

    /// <summary>Writes text.</summary>
    /// <param name="value">The text; null is written as empty.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="TwsProtocolException">The text holds a NUL, or is not printable ASCII where only that may be sent.</exception>
    public FieldWriter WriteText(string? value)
    {
        var text = value ?? "";
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new TwsProtocolException("A text to be sent holds a NUL, which would end its field early.");
        }

        if (printableAsciiOnly && text.AsSpan().ContainsAnyExcept(PrintableAscii))
        {
            throw new TwsProtocolException($"The text '{text}' is not printable ASCII.");
        }

        var span = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length) + 1);
        var length = Encoding.UTF8.GetBytes(text, span);
        span[length] = 0;
        output.Advance(length + 1);
        return this;
    }

    /// <summary>Writes text with characters beyond ASCII as <c>\uXXXX</c>, in the fields where clients undo that.</summary>
    /// <param name="value">The text; null is written as empty.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="TwsProtocolException">The text holds a NUL.</exception>
    public FieldWriter WriteEscapedText(string? value) => WriteText(EscapedText.Escape(value ?? ""));

    private FieldWriter WriteEmpty() => WriteBytes([]);

    private FieldWriter WriteBytes(ReadOnlySpan<byte> value)
    {
        var span = output.GetSpan(value.Length + 1);
        value.CopyTo(span);
        span[value.Length] = 0;
        output.Advance(value.Length + 1);
        return this;
    }

    private FieldWriter WriteNumber<T>(T value)
        where T : IUtf8SpanFormattable
    {
        var span = output.GetSpan(NumberLengthMax);
        if (!value.TryFormat(span, out var length, default, CultureInfo.InvariantCulture))
        {
            throw new TwsProtocolException("A number does not fit its field.");
        }

        span[length] = 0;
        output.Advance(length + 1);
        return this;
    }
}
