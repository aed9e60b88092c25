using System.Collections.Concurrent;
using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Matching;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>The market data lines of one client. Changed by the client's read loop, read by the market's thread.</summary>
internal sealed class MarketDataLines(IMarket market, OutgoingQueue outgoing)
{
    private const QuoteFields Everything = (QuoteFields)1023;

    private readonly Dictionary<int, MarketDataLine> byRequest = [];
    private readonly ConcurrentDictionary<int, MarketDataLine[]> byContract = [];

    /// <summary>Lines in use.</summary>
    public int Count => byRequest.Count;

    /// <summary>Whether a request id is in use.</summary>
    /// <param name="requestId">The id.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(int requestId) => byRequest.ContainsKey(requestId);

    /// <summary>Starts a line: sends everything that is known now, and then, unless it is a snapshot, every change.</summary>
    /// <param name="line">The line.</param>
    public void Start(MarketDataLine line)
    {
        if (!line.IsSnapshot)
        {
            byRequest.Add(line.RequestId, line);
            foreach (var leg in line.Legs)
            {
                byContract.AddOrUpdate(leg.Contract.ConId, [line], (_, lines) => [.. lines, line]);
                market.Watch(leg.Contract.ConId);
            }
        }

        outgoing.Change(line, Everything, QuoteOf(line));
    }

    /// <summary>Ends a line.</summary>
    /// <param name="requestId">Its request id.</param>
    /// <returns>False when there is none with this id.</returns>
    public bool Cancel(int requestId)
    {
        if (!byRequest.Remove(requestId, out var line))
        {
            return false;
        }

        line.IsCancelled = true;
        foreach (var leg in line.Legs)
        {
            byContract.AddOrUpdate(leg.Contract.ConId, [], (_, lines) => [.. lines.Where(other => other != line)]);
            market.Unwatch(leg.Contract.ConId);
        }

        return true;
    }

    /// <summary>Ends all lines.</summary>
    public void CancelAll()
    {
        foreach (var requestId in byRequest.Keys.ToArray())
        {
            Cancel(requestId);
        }
    }

    /// <summary>Passes a change of the market on. Never blocks.</summary>
    /// <param name="change">The change.</param>
    public void OnChanged(in QuoteChange change)
    {
        foreach (var line in byContract.GetValueOrDefault(change.ConId) ?? [])
        {
            outgoing.Change(line, change.Fields, line.IsCombo ? QuoteOf(line) : change.Quote);
        }
    }

    private MarketQuote QuoteOf(MarketDataLine line)
    {
        if (!line.IsCombo)
        {
            market.TryGetQuote(line.Contract.ConId, out var quote);
            return quote;
        }

        var bid = ComboPrice.Of(market, line.Legs, isBuy: false);
        var ask = ComboPrice.Of(market, line.Legs, isBuy: true);
        return new MarketQuote { Bid = bid?.Price, BidSize = bid?.Size, Ask = ask?.Price, AskSize = ask?.Size };
    }
}
