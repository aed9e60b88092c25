namespace SpyOptions.Dashboard.Services;

/// <summary>How one browser wants to see the chain.</summary>
/// <param name="Columns">Columns to show, in the order of the put side.</param>
/// <param name="Heat">Column that colours the cells; none when null.</param>
/// <param name="Strikes">Strikes to show on each side of the spot; all when 0.</param>
public sealed record ChainChoice(IReadOnlyList<ChainColumn> Columns, ChainColumn? Heat, int Strikes)
{
    /// <summary>What a browser sees that never chose.</summary>
    public static readonly ChainChoice Default = new(
        [ChainColumn.BidSize, ChainColumn.Bid, ChainColumn.Ask, ChainColumn.AskSize, ChainColumn.ImpliedVolatility, ChainColumn.Delta, ChainColumn.Volume, ChainColumn.OpenInterest],
        ChainColumn.Volume,
        20);

    /// <summary>The same choice with a column switched over; the last one stays.</summary>
    public ChainChoice Flip(ChainColumn column)
    {
        var columns = Columns.Contains(column) ? Columns.Where(other => other != column) : Columns.Append(column);
        var ordered = columns.Order().ToArray();
        return ordered.Length == 0 ? this : this with { Columns = ordered, Heat = Heat is { } heat && ordered.Contains(heat) ? heat : null };
    }
}
