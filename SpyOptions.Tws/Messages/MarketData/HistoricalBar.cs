using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>One past bar. Eight fields; example: <c>20261001 09:30:00 US/Eastern|590.1|590.9|589.8|590.5|120000|590.3|800</c></summary>
/// <param name="Date">The start of the bar in the form that was asked for.</param>
/// <param name="Open">USD.</param>
/// <param name="High">USD.</param>
/// <param name="Low">USD.</param>
/// <param name="Close">USD.</param>
/// <param name="Volume">Shares or contracts.</param>
/// <param name="WeightedAverage">The volume-weighted average price, USD.</param>
/// <param name="Count">How many trades; -1 where that is unknown.</param>
public sealed record HistoricalBar(
    string Date,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    decimal WeightedAverage,
    int Count) : IReadable<HistoricalBar>
{
    /// <inheritdoc />
    public static HistoricalBar Read(ref FieldReader reader) => new(
        Date: reader.ReadText("date"),
        Open: reader.ReadDecimal("open"),
        High: reader.ReadDecimal("high"),
        Low: reader.ReadDecimal("low"),
        Close: reader.ReadDecimal("close"),
        Volume: reader.ReadDecimal("volume"),
        WeightedAverage: reader.ReadDecimal("wap"),
        Count: reader.ReadInt("count"));

    internal void Write(FieldWriter writer) => writer
        .WriteText(Date)
        .WriteDecimal(Open)
        .WriteDecimal(High)
        .WriteDecimal(Low)
        .WriteDecimal(Close)
        .WriteDecimal(Volume)
        .WriteDecimal(WeightedAverage)
        .WriteInt(Count);
}
