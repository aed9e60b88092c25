using SpyOptions.PaperGateway.Market;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>Cash and positions. Not thread-safe.</summary>
internal sealed class Portfolio
{
    private readonly SortedDictionary<int, Holding> holdings;

    /// <summary>Starts with cash alone.</summary>
    /// <param name="cash">The cash, USD.</param>
    public Portfolio(decimal cash)
    {
        Cash = cash;
        holdings = [];
    }

    private Portfolio(Portfolio other)
    {
        Cash = other.Cash;
        RealizedPnl = other.RealizedPnl;
        holdings = new SortedDictionary<int, Holding>(other.holdings);
    }

    /// <summary>Cash, USD; negative when borrowed.</summary>
    public decimal Cash { get; private set; }

    /// <summary>Profit of what was closed, USD, commissions deducted.</summary>
    public decimal RealizedPnl { get; private set; }

    /// <summary>The positions by contract id; a closed one stays with quantity 0.</summary>
    public IReadOnlyCollection<Holding> Holdings => holdings.Values;

    /// <summary>A copy to try something on.</summary>
    /// <returns>The copy.</returns>
    public Portfolio Clone() => new(this);

    /// <summary>Books an execution.</summary>
    /// <param name="contract">What was traded.</param>
    /// <param name="quantity">How many; negative when sold.</param>
    /// <param name="price">The price, USD per unit.</param>
    /// <param name="commission">What it cost, USD.</param>
    /// <returns>The profit of what it closed, USD; null when it closed nothing.</returns>
    public decimal? Book(ListedContract contract, decimal quantity, decimal price, decimal commission)
    {
        var unit = price * Holding.MultiplierOf(contract);
        Cash -= (quantity * unit) + commission;
        var (held, cost) = holdings.TryGetValue(contract.ConId, out var holding) ? (holding.Quantity, holding.AverageCost) : (0m, 0m);
        var closed = Math.Sign(held) == -Math.Sign(quantity) ? Math.Min(Math.Abs(held), Math.Abs(quantity)) : 0m;
        var closingCommission = commission * closed / Math.Abs(quantity);
        decimal? realized = closed > 0 ? (closed * (unit - cost) * Math.Sign(held)) - closingCommission : null;
        RealizedPnl += realized ?? 0;

        var opened = quantity + (closed * Math.Sign(held));
        var kept = held - (closed * Math.Sign(held));
        var remaining = kept + opened;
        var averageCost = remaining == 0 ? 0 : ((kept * cost) + (opened * unit) + (commission - closingCommission)) / remaining;
        holdings[contract.ConId] = new Holding(contract, remaining, averageCost);
        return realized;
    }
}
