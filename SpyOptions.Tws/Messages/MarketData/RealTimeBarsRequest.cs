using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>
/// TWS request 50, <c>reqRealTimeBars</c>. Example: <c>50|3|6|0|SPY|STK||0|||SMART||USD|||5|TRADES|1|</c>
/// </summary>
/// <param name="RequestId">Comes back with each bar.</param>
/// <param name="Contract">What to watch.</param>
/// <param name="BarSeconds">Always 5.</param>
/// <param name="WhatToShow"><c>TRADES</c>, <c>BID</c>, <c>ASK</c> or <c>MIDPOINT</c>.</param>
/// <param name="RegularHoursOnly">Whether only regular hours count.</param>
/// <param name="Options">Usually empty.</param>
public sealed record RealTimeBarsRequest(
    int RequestId,
    Contract Contract,
    int BarSeconds = 5,
    string WhatToShow = "TRADES",
    bool RegularHoursOnly = true,
    string Options = "") : IRequest, IReadable<RealTimeBarsRequest>
{
    internal const int MessageId = 50;

    /// <inheritdoc />
    public static RealTimeBarsRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(
            RequestId: reader.ReadInt("reqId"),
            Contract: Contract.Read(ref reader),
            BarSeconds: reader.ReadInt("barSize"),
            WhatToShow: reader.ReadText("whatToShow"),
            RegularHoursOnly: reader.ReadBool("useRTH"),
            Options: reader.ReadText("realTimeBarsOptions"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(3).WriteInt(RequestId);
        Contract.Write(writer);
        writer.WriteInt(BarSeconds).WriteText(WhatToShow).WriteBool(RegularHoursOnly).WriteText(Options);
    }
}
