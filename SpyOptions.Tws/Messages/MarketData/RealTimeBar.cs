using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 50, <c>realTimeBar</c>. Example: <c>50|3|6|1791129600|590.1|590.4|590.0|590.25|12000|590.2|85</c></summary>
/// <param name="RequestId">The stream.</param>
/// <param name="UnixSeconds">The start of the bar, seconds since 1970 UTC.</param>
/// <param name="Open">USD.</param>
/// <param name="High">USD.</param>
/// <param name="Low">USD.</param>
/// <param name="Close">USD.</param>
/// <param name="Volume">Shares or contracts.</param>
/// <param name="WeightedAverage">The volume-weighted average price, USD.</param>
/// <param name="Count">How many trades.</param>
public sealed record RealTimeBar(
    int RequestId,
    long UnixSeconds,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    decimal WeightedAverage,
    int Count) : IReply, IReadable<RealTimeBar>
{
    internal const int MessageId = 50;

    /// <inheritdoc />
    public static RealTimeBar Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(
            RequestId: reader.ReadInt("reqId"),
            UnixSeconds: reader.ReadLong("time"),
            Open: reader.ReadDecimal("open"),
            High: reader.ReadDecimal("high"),
            Low: reader.ReadDecimal("low"),
            Close: reader.ReadDecimal("close"),
            Volume: reader.ReadDecimal("volume"),
            WeightedAverage: reader.ReadDecimal("wap"),
            Count: reader.ReadInt("count"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(3)
        .WriteInt(RequestId)
        .WriteLong(UnixSeconds)
        .WriteDecimal(Open)
        .WriteDecimal(High)
        .WriteDecimal(Low)
        .WriteDecimal(Close)
        .WriteDecimal(Volume)
        .WriteDecimal(WeightedAverage)
        .WriteInt(Count);
}
