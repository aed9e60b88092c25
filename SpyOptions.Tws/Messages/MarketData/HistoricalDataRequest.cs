using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>
/// TWS request 20, <c>reqHistoricalData</c>; the bar size precedes the duration.
/// Example: <c>20|5|0|SPY|STK||0|||SMART||USD|||0||5 mins|1 D|1|TRADES|1|0|</c>
/// </summary>
public sealed record HistoricalDataRequest : IRequest, IReadable<HistoricalDataRequest>
{
    internal const int MessageId = 20;

    /// <summary>Comes back with the bars.</summary>
    public required int RequestId { get; init; }

    /// <summary>What to look back at.</summary>
    public required Contract Contract { get; init; }

    /// <summary>Whether expired futures count.</summary>
    public bool IncludeExpired { get; init; }

    /// <summary>The end, <c>yyyyMMdd HH:mm:ss zone</c>; empty for now.</summary>
    public string EndDateTime { get; init; } = "";

    /// <summary>For instance <c>5 mins</c>.</summary>
    public string BarSize { get; init; } = "";

    /// <summary>For instance <c>1 D</c>.</summary>
    public string Duration { get; init; } = "";

    /// <summary>Whether only regular hours count.</summary>
    public bool RegularHoursOnly { get; init; }

    /// <summary>For instance <c>TRADES</c>.</summary>
    public string WhatToShow { get; init; } = "";

    /// <summary>1 for dates as text, 2 for seconds since 1970 UTC.</summary>
    public int FormatDate { get; init; } = 1;

    /// <summary>Whether updates of the last bar follow.</summary>
    public bool KeepUpToDate { get; init; }

    /// <summary>Usually empty.</summary>
    public string Options { get; init; } = "";

    /// <inheritdoc />
    public static HistoricalDataRequest Read(ref FieldReader reader)
    {
        Contract contract;
        return new HistoricalDataRequest
        {
            RequestId = reader.ReadInt("reqId"),
            Contract = contract = Contract.Read(ref reader),
            IncludeExpired = reader.ReadBool("includeExpired"),
            EndDateTime = reader.ReadText("endDateTime"),
            BarSize = reader.ReadText("barSizeSetting"),
            Duration = reader.ReadText("durationStr"),
            RegularHoursOnly = reader.ReadBool("useRTH"),
            WhatToShow = reader.ReadText("whatToShow"),
            FormatDate = reader.ReadInt("formatDate"),
        } with
        {
            Contract = contract.IsCombo ? contract with { ComboLegs = ComboLeg.ReadManyShort(ref reader) } : contract,
            KeepUpToDate = reader.ReadBool("keepUpToDate"),
            Options = reader.ReadText("chartOptions"),
        };
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(RequestId);
        Contract.Write(writer);
        writer
            .WriteBool(IncludeExpired)
            .WriteText(EndDateTime)
            .WriteText(BarSize)
            .WriteText(Duration)
            .WriteBool(RegularHoursOnly)
            .WriteText(WhatToShow)
            .WriteInt(FormatDate);
        if (Contract.IsCombo)
        {
            ComboLeg.WriteManyShort(writer, Contract.ComboLegs);
        }

        writer.WriteBool(KeepUpToDate).WriteText(Options);
    }
}
