using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>TWS request 78, <c>reqSecDefOptParams</c>: the expiries and strikes of an underlying. Example: <c>78|2|SPY||STK|756733</c></summary>
/// <param name="RequestId">Comes back with each reply.</param>
/// <param name="UnderlyingSymbol">The symbol of the underlying.</param>
/// <param name="FutFopExchange">The exchange of options on a future; empty for a stock.</param>
/// <param name="UnderlyingSecType">The security type of the underlying.</param>
/// <param name="UnderlyingConId">The contract number of the underlying.</param>
public sealed record OptionParametersRequest(int RequestId, string UnderlyingSymbol, string FutFopExchange, string UnderlyingSecType, int UnderlyingConId)
    : IRequest, IReadable<OptionParametersRequest>
{
    internal const int MessageId = 78;

    /// <inheritdoc />
    public static OptionParametersRequest Read(ref FieldReader reader) => new(
        RequestId: reader.ReadInt("reqId"),
        UnderlyingSymbol: reader.ReadText("underlyingSymbol"),
        FutFopExchange: reader.ReadText("futFopExchange"),
        UnderlyingSecType: reader.ReadText("underlyingSecType"),
        UnderlyingConId: reader.ReadInt("underlyingConId"));

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(RequestId)
        .WriteText(UnderlyingSymbol)
        .WriteText(FutFopExchange)
        .WriteText(UnderlyingSecType)
        .WriteInt(UnderlyingConId);
}
