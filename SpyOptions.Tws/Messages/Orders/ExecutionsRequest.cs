using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS request 7, <c>reqExecutions</c>: the day's executions that match. Example: <c>7|3|9|0||||||</c></summary>
/// <param name="RequestId">Comes back with each execution.</param>
/// <param name="ClientId">Who placed the order; 0 for anyone.</param>
/// <param name="Account">Whose; empty for any.</param>
/// <param name="Since">The earliest time, <c>yyyyMMdd-HH:mm:ss</c>; empty for all.</param>
/// <param name="Symbol">The symbol; empty for any.</param>
/// <param name="SecType">The security type; empty for any.</param>
/// <param name="Exchange">The exchange; empty for any.</param>
/// <param name="Side"><c>BUY</c>, <c>SELL</c>; empty for both.</param>
public sealed record ExecutionsRequest(
    int RequestId,
    int ClientId = 0,
    string Account = "",
    string Since = "",
    string Symbol = "",
    string SecType = "",
    string Exchange = "",
    string Side = "") : IRequest, IReadable<ExecutionsRequest>
{
    internal const int MessageId = 7;

    /// <inheritdoc />
    public static ExecutionsRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(
            RequestId: reader.ReadInt("reqId"),
            ClientId: reader.ReadInt("clientId"),
            Account: reader.ReadText("acctCode"),
            Since: reader.ReadText("time"),
            Symbol: reader.ReadText("symbol"),
            SecType: reader.ReadText("secType"),
            Exchange: reader.ReadText("exchange"),
            Side: reader.ReadText("side"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(3)
        .WriteInt(RequestId)
        .WriteInt(ClientId)
        .WriteText(Account)
        .WriteText(Since)
        .WriteText(Symbol)
        .WriteText(SecType)
        .WriteText(Exchange)
        .WriteText(Side);
}
