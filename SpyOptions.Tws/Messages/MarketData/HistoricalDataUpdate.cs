using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>
/// TWS message 90, <c>historicalDataUpdate</c>; the close precedes high and low, the average precedes the volume.
/// Example: <c>90|5|12|20261001 09:30:00 US/Eastern|590.1|590.5|590.9|589.8|590.3|120000</c>
/// </summary>
/// <param name="RequestId">The request that is kept up to date.</param>
/// <param name="Bar">The last bar as it is now.</param>
public sealed record HistoricalDataUpdate(int RequestId, HistoricalBar Bar) : IReply, IReadable<HistoricalDataUpdate>
{
    internal const int MessageId = 90;

    /// <inheritdoc />
    public static HistoricalDataUpdate Read(ref FieldReader reader)
    {
        var requestId = reader.ReadInt("reqId");
        var count = reader.ReadInt("count");
        var date = reader.ReadText("date");
        var open = reader.ReadDecimal("open");
        var close = reader.ReadDecimal("close");
        var high = reader.ReadDecimal("high");
        var low = reader.ReadDecimal("low");
        var weightedAverage = reader.ReadDecimal("wap");
        var volume = reader.ReadDecimal("volume");
        return new(requestId, new HistoricalBar(date, open, high, low, close, volume, weightedAverage, count));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(RequestId)
        .WriteInt(Bar.Count)
        .WriteText(Bar.Date)
        .WriteDecimal(Bar.Open)
        .WriteDecimal(Bar.Close)
        .WriteDecimal(Bar.High)
        .WriteDecimal(Bar.Low)
        .WriteDecimal(Bar.WeightedAverage)
        .WriteDecimal(Bar.Volume);
}
