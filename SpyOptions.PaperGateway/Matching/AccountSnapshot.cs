using SpyOptions.PaperGateway.Market;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>The account valued at the quotes of one moment, USD.</summary>
internal sealed record AccountSnapshot
{
    private const decimal StockInitialRate = 0.50m;
    private const decimal StockMaintenanceRate = 0.25m;
    private const decimal ShortOptionRate = 0.20m;
    private const decimal ShortOptionRateMin = 0.10m;
    private const decimal LeverageOfBuyingPower = 4m;

    /// <summary>Cash; negative when borrowed.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Value of the stock held.</summary>
    public required decimal StockValue { get; init; }

    /// <summary>Value of the options held; short ones count negative.</summary>
    public required decimal OptionValue { get; init; }

    /// <summary>Margin that the positions needed when they were opened: half of a stock, all of a long option, the exchange's minimum of a short one.</summary>
    public required decimal InitialMargin { get; init; }

    /// <summary>Margin that the positions need to be kept.</summary>
    public required decimal MaintenanceMargin { get; init; }

    /// <summary>Profit of what is open.</summary>
    public required decimal UnrealizedPnl { get; init; }

    /// <summary>Profit of what was closed.</summary>
    public required decimal RealizedPnl { get; init; }

    /// <summary>The positions with their values.</summary>
    public required IReadOnlyList<ValuedHolding> Holdings { get; init; }

    /// <summary>What the account is worth.</summary>
    public decimal NetLiquidation => Cash + StockValue + OptionValue;

    /// <summary>What may back new positions.</summary>
    public decimal AvailableFunds => NetLiquidation - InitialMargin;

    /// <summary>What is beyond the margin that must be kept.</summary>
    public decimal ExcessLiquidity => NetLiquidation - MaintenanceMargin;

    /// <summary>Stock that could be bought within a day.</summary>
    public decimal BuyingPower => Math.Max(AvailableFunds, 0) * LeverageOfBuyingPower;

    /// <summary>Values a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="market">The quotes.</param>
    /// <returns>The account.</returns>
    public static AccountSnapshot Of(Portfolio portfolio, IMarket market)
    {
        var valued = portfolio.Holdings.Select(holding => Value(holding, market)).ToArray();
        return new AccountSnapshot
        {
            Cash = portfolio.Cash,
            StockValue = valued.Where(each => !each.Holding.Contract.IsOption).Sum(each => each.Value),
            OptionValue = valued.Where(each => each.Holding.Contract.IsOption).Sum(each => each.Value),
            InitialMargin = valued.Sum(each => Margin(each, market, StockInitialRate)),
            MaintenanceMargin = valued.Sum(each => Margin(each, market, StockMaintenanceRate)),
            UnrealizedPnl = valued.Sum(each => each.UnrealizedPnl),
            RealizedPnl = portfolio.RealizedPnl,
            Holdings = valued,
        };
    }

    private static ValuedHolding Value(Holding holding, IMarket market)
    {
        market.TryGetQuote(holding.Contract.ConId, out var quote);
        var mid = quote.Bid is { } bid && quote.Ask is { } ask && bid <= ask ? (bid + ask) / 2 : (decimal?)null;
        return new ValuedHolding(holding, mid ?? quote.Last ?? (holding.AverageCost / holding.Multiplier));
    }

    private static decimal Margin(ValuedHolding valued, IMarket market, decimal stockRate)
    {
        var (holding, value) = (valued.Holding, Math.Abs(valued.Value));
        if (!holding.Contract.IsOption)
        {
            return value * stockRate;
        }

        if (holding.Quantity >= 0)
        {
            return value;
        }

        market.TryGetQuote(holding.Contract.ConId, out var quote);
        var spot = (decimal)quote.UnderlyingPrice;
        var outOfTheMoney = Math.Max(holding.Contract.IsCall ? holding.Contract.Strike - spot : spot - holding.Contract.Strike, 0);
        var perUnit = Math.Max((ShortOptionRate * spot) - outOfTheMoney, ShortOptionRateMin * spot);
        return value + (perUnit * holding.Multiplier * Math.Abs(holding.Quantity));
    }
}
