using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>
/// TWS request 97, <c>reqTickByTickData</c>; not available for options in real time.
/// Example: <c>97|4|0|SPY|STK||0|||SMART||USD|||BidAsk|0|0</c>
/// </summary>
/// <param name="RequestId">Comes back with each tick.</param>
/// <param name="Contract">What to watch.</param>
/// <param name="TickType"><c>Last</c>, <c>AllLast</c>, <c>BidAsk</c> or <c>MidPoint</c>.</param>
/// <param name="NumberOfTicks">How many past ticks to send first.</param>
/// <param name="IgnoreSize">Whether changes of size alone are left out.</param>
public sealed record TickByTickRequest(int RequestId, Contract Contract, string TickType, int NumberOfTicks = 0, bool IgnoreSize = false)
    : IRequest, IReadable<TickByTickRequest>
{
    internal const int MessageId = 97;

    /// <inheritdoc />
    public static TickByTickRequest Read(ref FieldReader reader) => new(
        RequestId: reader.ReadInt("reqId"),
        Contract: Contract.Read(ref reader),
        TickType: reader.ReadText("tickType"),
        NumberOfTicks: reader.ReadInt("numberOfTicks"),
        IgnoreSize: reader.ReadBool("ignoreSize"));

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(RequestId);
        Contract.Write(writer);
        writer.WriteText(TickType).WriteInt(NumberOfTicks).WriteBool(IgnoreSize);
    }
}
