using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tws.Wire;

/// <summary>The messages of a server that are no plain ticks, by id.</summary>
internal static class ReplyTable
{
    /// <summary>Reads the fields after the id; null when the id, or the layout within it, is unknown.</summary>
    public static IReply? Read(int messageId, ref FieldReader reader)
    {
        switch (messageId)
        {
            case ErrorNotice.MessageId: return ErrorNotice.Read(ref reader);
            case NextValidId.MessageId: return NextValidId.Read(ref reader);
            case ManagedAccounts.MessageId: return ManagedAccounts.Read(ref reader);
            case CurrentTime.MessageId: return CurrentTime.Read(ref reader);
            case ContractDetails.MessageId: return ContractDetails.Read(ref reader);
            case ContractDetailsEnd.MessageId: return ContractDetailsEnd.Read(ref reader);
            case OptionParameters.MessageId: return OptionParameters.Read(ref reader);
            case OptionParametersEnd.MessageId: return OptionParametersEnd.Read(ref reader);
            case MarketRule.MessageId: return MarketRule.Read(ref reader);
            case TickRequestParameters.MessageId: return TickRequestParameters.Read(ref reader);
            case MarketDataTypeNotice.MessageId: return MarketDataTypeNotice.Read(ref reader);
            case TickSnapshotEnd.MessageId: return TickSnapshotEnd.Read(ref reader);
            case TickByTick.MessageId: return TickByTick.Read(ref reader);
            case RealTimeBar.MessageId: return RealTimeBar.Read(ref reader);
            case HistoricalData.MessageId: return HistoricalData.Read(ref reader);
            case HistoricalDataUpdate.MessageId: return HistoricalDataUpdate.Read(ref reader);
            default: return null;
        }
    }
}
