using SpyOptions.Tws.Messages.Account;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tws.Wire;

/// <summary>The messages of a server that are no plain ticks, by id.</summary>
internal static class ReplyTable
{
    /// <summary><c>completedOrder</c>, whose layout is not known well enough to be read: it is counted and passed over.</summary>
    public const int CompletedOrder = 101;

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
            case OrderStatus.MessageId: return OrderStatus.Read(ref reader);
            case OpenOrder.MessageId: return OpenOrder.Read(ref reader);
            case OpenOrdersEnd.MessageId: return OpenOrdersEnd.Read(ref reader);
            case ExecutionDetails.MessageId: return ExecutionDetails.Read(ref reader);
            case ExecutionsEnd.MessageId: return ExecutionsEnd.Read(ref reader);
            case CommissionReport.MessageId: return CommissionReport.Read(ref reader);
            case CompletedOrdersEnd.MessageId: return CompletedOrdersEnd.Read(ref reader);
            case Position.MessageId: return Position.Read(ref reader);
            case PositionsEnd.MessageId: return PositionsEnd.Read(ref reader);
            case AccountSummary.MessageId: return AccountSummary.Read(ref reader);
            case AccountSummaryEnd.MessageId: return AccountSummaryEnd.Read(ref reader);
            case AccountValue.MessageId: return AccountValue.Read(ref reader);
            case PortfolioValue.MessageId: return PortfolioValue.Read(ref reader);
            case AccountUpdateTime.MessageId: return AccountUpdateTime.Read(ref reader);
            case AccountDownloadEnd.MessageId: return AccountDownloadEnd.Read(ref reader);
            case AccountUpdateMulti.MessageId: return AccountUpdateMulti.Read(ref reader);
            case AccountUpdateMultiEnd.MessageId: return AccountUpdateMultiEnd.Read(ref reader);
            default: return null;
        }
    }
}
