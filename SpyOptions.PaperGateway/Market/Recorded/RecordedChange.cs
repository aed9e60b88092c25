namespace SpyOptions.PaperGateway.Market.Recorded;

/// <summary>One change on the tape of a recorded session.</summary>
/// <param name="At">When it is played, market time.</param>
/// <param name="ConId">The contract.</param>
/// <param name="Quote">Its quote from then on; the time of the last trade is not in it.</param>
internal sealed record RecordedChange(DateTimeOffset At, int ConId, MarketQuote Quote)
{
    /// <summary>The tape of a session: at each snapshot the spot, then its rows, spread over a while (the first snapshot comes at once).</summary>
    /// <param name="rows">Rows by time.</param>
    /// <param name="spreadMax">How long the rows of a snapshot may take; never longer than to the next one.</param>
    public static IEnumerable<RecordedChange> TapeOf(IReadOnlyList<RecordedQuote> rows, TimeSpan spreadMax)
    {
        for (var (first, next) = (0, 0); first < rows.Count; first = next)
        {
            var snapshotAt = rows[first].SnapshotAt;
            for (next = first + 1; next < rows.Count && rows[next].SnapshotAt == snapshotAt; next++)
            {
            }

            var gap = next < rows.Count ? rows[next].SnapshotAt - snapshotAt : spreadMax;
            var spread = first == 0 ? TimeSpan.Zero : gap < spreadMax ? gap : spreadMax;
            var spot = rows[first].Quote.UnderlyingPrice;
            yield return new RecordedChange(snapshotAt, ListedContract.StockConId, new MarketQuote { Last = (decimal)spot, UnderlyingPrice = spot, QuotedAt = snapshotAt });
            for (var index = first; index < next; index++)
            {
                yield return new RecordedChange(snapshotAt + (spread * (index - first) / (next - first)), rows[index].Contract.ConId, rows[index].Quote);
            }
        }
    }

    /// <summary>The quote after this change.</summary>
    /// <param name="before">The quote before it; its default when there was none.</param>
    public MarketQuote Apply(in MarketQuote before)
    {
        var hadQuote = before.QuotedAt != default;
        var hasTraded = ConId == ListedContract.StockConId || (hadQuote && (Quote.Volume > before.Volume || Quote.Last != before.Last));
        return Quote with { LastTradeAt = hasTraded ? At : before.LastTradeAt };
    }
}
