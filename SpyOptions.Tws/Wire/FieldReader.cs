using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace SpyOptions.Tws.Wire;

/// <summary>
/// Reads the NUL-terminated fields of one payload in order. Numbers are read from the bytes without an allocation.
/// Every method takes the name of the field, so that an error can say which one is missing or wrong.
/// </summary>
/// <remarks>
/// A field that is unset is empty, or one of the markers that TWS and its clients use for their own largest values
/// (<c>1.7976931348623157E308</c>, <c>2147483647</c>, <c>9223372036854775807</c>, <c>-9223372036854775808</c>).
/// The optional readers turn all of them into null; the plain ones read an empty field as zero.
/// </remarks>
public ref struct FieldReader
{
    private readonly ReadOnlySpan<byte> payload;
    private readonly TextCache? texts;
    private int position;
    private int? messageId;

    /// <summary>Starts at the first field of a payload.</summary>
    /// <param name="payload">One payload without its length prefix.</param>
    /// <param name="serverVersion">The negotiated version, on which some layouts depend.</param>
    public FieldReader(ReadOnlySpan<byte> payload, int serverVersion)
        : this(payload, serverVersion, null)
    {
    }

    internal FieldReader(ReadOnlySpan<byte> payload, int serverVersion, TextCache? texts)
    {
        this.payload = payload;
        this.texts = texts;
        ServerVersion = serverVersion;
    }

    /// <summary>The negotiated version.</summary>
    public int ServerVersion { get; }

    /// <summary>Whether every field was read.</summary>
    public readonly bool AtEnd => position >= payload.Length;

    /// <summary>The number of fields that were not read yet. Counts them, so it is not for the hot path.</summary>
    public readonly int Remaining
    {
        get
        {
            if (AtEnd)
            {
                return 0;
            }

            var rest = payload[position..];
            return rest.Count((byte)0) + (rest[^1] == 0 ? 0 : 1);
        }
    }

    /// <summary>Reads the message id, which later errors will name.</summary>
    /// <returns>The id.</returns>
    /// <exception cref="TwsProtocolException">There is no id, or it is not a number.</exception>
    public int ReadMessageId()
    {
        var id = ReadInt("messageId");
        messageId = id;
        return id;
    }

    /// <summary>Reads a whole number; an empty field is zero.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TwsProtocolException">The field is missing, not a whole number, or out of range.</exception>
    public int ReadInt(string field)
    {
        var number = ReadLong(field);
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Bad(field, "is out of the range of a 32-bit number");
    }

    /// <summary>Reads a whole number that may be unset.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The number, or null when it is unset.</returns>
    /// <exception cref="TwsProtocolException">The field is missing, not a whole number, or out of range.</exception>
    public int? ReadOptionalInt(string field)
    {
        var number = ReadOptionalDecimal(field);
        return number switch
        {
            null => null,
            >= int.MinValue and <= int.MaxValue when decimal.IsInteger(number.Value) => (int)number.Value,
            _ => throw Bad(field, "is not a 32-bit whole number"),
        };
    }

    /// <summary>Reads a 64-bit whole number; an empty field is zero.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TwsProtocolException">The field is missing, not a whole number, or out of range.</exception>
    public long ReadLong(string field)
    {
        var start = position;
        if (TryScan(field, out var number) && number.Scale == 0 && number.IsPlain)
        {
            return number.IsNegative ? -(long)number.Mantissa : (long)number.Mantissa;
        }

        return NumberText.TryReadLong(Take(start, field), out var slow) ? slow : throw Bad(field, "is not a whole number");
    }

    /// <summary>Reads a floating-point number; an unset field is zero.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The number; it may be infinite, it is never NaN.</returns>
    /// <exception cref="TwsProtocolException">The field is missing or not a number.</exception>
    public double ReadDouble(string field) => ReadDouble(field, 0);

    /// <summary>Reads a floating-point number, with a value for an unset field.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="whenUnset">What an unset field is read as.</param>
    /// <returns>The number; it may be infinite, it is never NaN.</returns>
    /// <exception cref="TwsProtocolException">The field is missing or not a number.</exception>
    public double ReadDouble(string field, double whenUnset)
    {
        var start = position;
        if (TryScan(field, out var number))
        {
            return number.IsEmpty ? whenUnset : number.ToDouble();
        }

        if (!NumberText.TryReadDouble(Take(start, field), out var slow))
        {
            throw Bad(field, "is not a number");
        }

        return slow >= NumberText.UnsetDouble && !double.IsInfinity(slow) ? whenUnset : slow;
    }

    /// <summary>Reads a floating-point number that may be unset.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The number, or null when it is unset.</returns>
    /// <exception cref="TwsProtocolException">The field is missing or not a number.</exception>
    public double? ReadOptionalDouble(string field)
    {
        var number = ReadDouble(field, double.NaN);
        return double.IsNaN(number) ? null : number;
    }

    /// <summary>Reads a decimal number; an unset field is zero.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The number with the digits that were sent.</returns>
    /// <exception cref="TwsProtocolException">The field is missing, not a number, or too large for a decimal.</exception>
    public decimal ReadDecimal(string field)
    {
        var start = position;
        if (TryScan(field, out var number) && number.IsPlain)
        {
            return number.ToDecimal();
        }

        return NumberText.TryReadDecimal(Take(start, field), out var slow) ? slow ?? 0 : throw Bad(field, "is not a decimal number");
    }

    /// <summary>Reads a decimal number that may be unset.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The number with the digits that were sent, or null when it is unset.</returns>
    /// <exception cref="TwsProtocolException">The field is missing, not a number, or too large for a decimal.</exception>
    public decimal? ReadOptionalDecimal(string field)
    {
        var text = ReadBytes(field);
        return NumberText.TryReadDecimal(text, out var number) ? number : throw Bad(field, "is not a decimal number");
    }

    /// <summary>Reads a yes or no; an empty field is false.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The value.</returns>
    /// <exception cref="TwsProtocolException">The field is missing or neither empty, a number, <c>true</c> nor <c>false</c>.</exception>
    public bool ReadBool(string field) => ReadOptionalBool(field) ?? false;

    /// <summary>Reads a yes or no that may be unset.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The value, or null when it is unset.</returns>
    /// <exception cref="TwsProtocolException">The field is missing or neither empty, a number, <c>true</c> nor <c>false</c>.</exception>
    public bool? ReadOptionalBool(string field)
    {
        var text = ReadBytes(field);
        if (text.IsEmpty)
        {
            return null;
        }

        if (Ascii.EqualsIgnoreCase(text, "true"u8) || Ascii.EqualsIgnoreCase(text, "false"u8))
        {
            return text.Length == 4;
        }

        return NumberText.TryReadLong(text, out var number) ? number != 0 : throw Bad(field, "is neither 0 nor 1");
    }

    /// <summary>Reads text: UTF-8 where it is valid, one character a byte where it is not.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The text; empty when the field is empty.</returns>
    /// <exception cref="TwsProtocolException">The field is missing.</exception>
    public string ReadText(string field)
    {
        var bytes = ReadBytes(field);
        if (bytes.IsEmpty)
        {
            return "";
        }

        return texts is not null ? texts.Get(bytes) : Decode(bytes);
    }

    /// <summary>Reads text in which the server may have escaped characters beyond ASCII as <c>\uXXXX</c>.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The text without escapes.</returns>
    /// <exception cref="TwsProtocolException">The field is missing.</exception>
    public string ReadEscapedText(string field) => EscapedText.Unescape(ReadText(field));

    /// <summary>Passes over one field.</summary>
    /// <param name="field">The name of the field.</param>
    /// <exception cref="TwsProtocolException">The field is missing.</exception>
    public void Skip(string field) => ReadBytes(field);

    /// <summary>Reads how many groups of fields follow, checked against what the payload can hold.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>The count, zero or more.</returns>
    /// <exception cref="TwsProtocolException">The field is missing, not a whole number, negative, or more than the payload can hold.</exception>
    public int ReadCount(string field)
    {
        var count = ReadInt(field);
        return count >= 0 && count <= payload.Length - position ? count : throw Bad(field, $"is {count}, which the message cannot hold");
    }

    internal static string Decode(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    private ReadOnlySpan<byte> ReadBytes(string field) => Take(position, field);

    private ReadOnlySpan<byte> Take(int start, string field)
    {
        if (start >= payload.Length)
        {
            ThrowMissing(field);
        }

        var rest = payload[start..];
        var length = rest.IndexOf((byte)0);
        if (length < 0)
        {
            length = rest.Length;
        }

        position = start + length + 1;
        return rest[..length];
    }

    /// <summary>Reads a number of common length and size in a single pass; anything else is left to the slow path.</summary>
    private bool TryScan(string field, out ScannedNumber number)
    {
        if (position >= payload.Length)
        {
            ThrowMissing(field);
        }

        var used = ScannedNumber.Scan(payload[position..], out number);
        if (used < 0)
        {
            return false;
        }

        position += used + 1;
        return true;
    }

    /// <summary>The error of a field that was read but makes no sense.</summary>
    internal readonly TwsProtocolException Bad(string field, string reason) =>
        new($"{Name}: field '{field}' {reason}.", messageId, field);

    [DoesNotReturn]
    private readonly void ThrowMissing(string field) =>
        throw new TwsProtocolException(string.Create(CultureInfo.InvariantCulture, $"{Name}: field '{field}' is missing."), messageId, field);

    private readonly string Name => messageId is { } id ? string.Create(CultureInfo.InvariantCulture, $"Message {id}") : "Message without id";
}
