using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>
/// TWS message 17, <c>historicalData</c>. Example:
/// <c>17|7|20261001 09:30:00|20261002 09:30:00|1|20261001 09:30:00 US/Eastern|590.1|590.9|589.8|590.5|120000|590.3|800</c>
/// </summary>
/// <param name="RequestId">The request that this answers.</param>
/// <param name="Start">The start of the span as text.</param>
/// <param name="End">The end of the span as text.</param>
/// <param name="Bars">The bars, oldest first.</param>
public sealed record HistoricalData(int RequestId, string Start, string End, IReadOnlyList<HistoricalBar> Bars) : IReply, IReadable<HistoricalData>
{
    internal const int MessageId = 17;

    /// <inheritdoc />
    public static HistoricalData Read(ref FieldReader reader)
    {
        var requestId = reader.ReadInt("reqId");
        var start = reader.ReadText("startDate");
        var end = reader.ReadText("endDate");
        var bars = new List<HistoricalBar>();
        for (var count = reader.ReadCount("itemCount"); count > 0; count--)
        {
            bars.Add(HistoricalBar.Read(ref reader));
        }

        return new(requestId, start, end, bars);
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(RequestId).WriteText(Start).WriteText(End).WriteInt(Bars.Count);
        foreach (var bar in Bars)
        {
            bar.Write(writer);
        }
    }
}
