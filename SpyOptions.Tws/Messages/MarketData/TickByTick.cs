using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>TWS message 99, <c>tickByTick</c>: its second field tells which of three layouts follows.</summary>
internal static class TickByTick
{
    public const int MessageId = 99;

    public const int Last = 1;

    public const int AllLast = 2;

    public const int BidAsk = 3;

    public const int MidPoint = 4;

    /// <summary>Reads the layout that the message names; null when it is unknown.</summary>
    public static IReply? Read(ref FieldReader reader)
    {
        var ahead = reader;
        ahead.Skip("reqId");
        switch (ahead.ReadInt("tickType"))
        {
            case Last or AllLast:
                return TickByTickLast.Read(ref reader);
            case BidAsk:
                return TickByTickBidAsk.Read(ref reader);
            case MidPoint:
                return TickByTickMidPoint.Read(ref reader);
            default:
                return null;
        }
    }
}
