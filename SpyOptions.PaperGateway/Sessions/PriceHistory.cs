using SpyOptions.PaperGateway.Market;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Remembers what the underlying did in this session, as trades and as midpoints.</summary>
internal sealed class PriceHistory(ContractCatalog catalog)
{
    private long volume;

    /// <summary>Bars of trades.</summary>
    public BarSeries Trades { get; } = new();

    /// <summary>Bars of midpoints.</summary>
    public BarSeries Midpoints { get; } = new();

    /// <summary>Raised with each completed bar of trades, on the market's thread; a handler must not block.</summary>
    public event Action<PriceBar>? TradesCompleted;

    /// <summary>Takes a change of the market.</summary>
    /// <param name="change">The change.</param>
    public void OnChanged(QuoteChange change)
    {
        if (change.ConId != catalog.Underlying.ConId)
        {
            return;
        }

        var quote = change.Quote;
        if (quote.Bid is { } bid && quote.Ask is { } ask && bid <= ask)
        {
            Midpoints.Add(quote.QuotedAt, (bid + ask) / 2, 0);
        }

        if (quote.Last is { } last && change.Fields.HasFlag(QuoteFields.LastPrice))
        {
            var traded = volume > 0 && quote.Volume > volume ? quote.Volume - volume : quote.LastSize ?? 0;
            volume = quote.Volume;
            if (Trades.Add(quote.QuotedAt, last, traded) is { } completed)
            {
                TradesCompleted?.Invoke(completed);
            }
        }
    }
}
