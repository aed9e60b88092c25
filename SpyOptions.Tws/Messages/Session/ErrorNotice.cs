using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Session;

/// <summary>
/// TWS message 4, <c>errMsg</c>: an error, a warning or a mere notice; only the code tells.
/// Example: <c>4|2|-1|2104|Market data farm connection is OK:usopt|</c>
/// </summary>
/// <param name="Id">The request id or the order id that it is about; -1 for none.</param>
/// <param name="Code">What happened.</param>
/// <param name="Text">The server's words, which vary between versions.</param>
/// <param name="AdvancedOrderRejectJson">Details of a rejected order; usually empty.</param>
public sealed record ErrorNotice(int Id, int Code, string Text, string AdvancedOrderRejectJson = "") : IReply, IReadable<ErrorNotice>
{
    /// <summary>The <see cref="Id"/> of a notice that is about neither a request nor an order.</summary>
    public const int NoId = -1;

    internal const int MessageId = 4;

    /// <inheritdoc />
    public static ErrorNotice Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(
            Id: reader.ReadInt("id"),
            Code: reader.ReadInt("errorCode"),
            Text: reader.ReadEscapedText("errorMsg"),
            AdvancedOrderRejectJson: reader.ReadEscapedText("advancedOrderRejectJson"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(2)
        .WriteInt(Id)
        .WriteInt(Code)
        .WriteEscapedText(Text)
        .WriteEscapedText(AdvancedOrderRejectJson);
}
