using SpyOptions.PaperGateway.Market;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Wire;

namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>Makes the messages of tick-by-tick feeds.</summary>
internal static class TickByTickFeed
{
    private const QuoteFields QuoteChanges = QuoteFields.BidPrice | QuoteFields.BidSize | QuoteFields.AskPrice | QuoteFields.AskSize;

    /// <summary>Reads the kind of a feed.</summary>
    /// <param name="text">As the client names it.</param>
    /// <returns>The kind, or null when there is no such kind.</returns>
    public static TickByTickKind? Parse(string text) => text switch
    {
        "Last" => TickByTickKind.Last,
        "AllLast" => TickByTickKind.AllLast,
        "BidAsk" => TickByTickKind.BidAsk,
        "MidPoint" => TickByTickKind.MidPoint,
        _ => null,
    };

    /// <summary>Makes the message for one change.</summary>
    /// <param name="requestId">The request that it belongs to.</param>
    /// <param name="kind">What the client wants.</param>
    /// <param name="change">The change.</param>
    /// <returns>The message, or null when the change is not of this kind.</returns>
    public static IReply? Make(int requestId, TickByTickKind kind, in QuoteChange change)
    {
        var quote = change.Quote;
        var seconds = quote.QuotedAt.ToUnixTimeSeconds();
        if (kind is TickByTickKind.Last or TickByTickKind.AllLast)
        {
            return change.Fields.HasFlag(QuoteFields.LastPrice) && quote.Last is { } last
                ? new TickByTickLast(requestId, (int)kind, seconds, last, quote.LastSize ?? 0, 0, "ARCA", "")
                : null;
        }

        if ((change.Fields & QuoteChanges) == 0 || quote.Bid is not { } bid || quote.Ask is not { } ask)
        {
            return null;
        }

        return kind == TickByTickKind.BidAsk
            ? new TickByTickBidAsk(requestId, seconds, bid, ask, quote.BidSize ?? 0, quote.AskSize ?? 0, 0)
            : new TickByTickMidPoint(requestId, seconds, (bid + ask) / 2);
    }
}
