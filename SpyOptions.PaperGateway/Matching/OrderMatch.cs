using SpyOptions.PaperGateway.Market;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>An order meets the quotes.</summary>
/// <param name="Quantity">How many are executed.</param>
/// <param name="Price">At what price, USD per unit; for a combo its net price.</param>
/// <param name="Legs">The side that each leg trades against, in the order of the legs.</param>
internal sealed record OrderMatch(decimal Quantity, decimal Price, IReadOnlyList<ComboPrice> Legs)
{
    /// <summary>Looks whether an order can be executed now.</summary>
    /// <param name="order">The order.</param>
    /// <param name="market">The quotes.</param>
    /// <param name="sizes">What was already taken of them.</param>
    /// <returns>The match; null when there is none.</returns>
    public static OrderMatch? Find(PaperOrder order, IMarket market, DisplayedSizes sizes)
    {
        var touches = new List<ComboPrice>();
        var available = order.Remaining;
        foreach (var leg in order.Legs)
        {
            var isBuy = leg.IsBuy == order.IsBuy;
            if (ComboPrice.Of(market, [leg with { Ratio = 1, IsBuy = true }], isBuy) is not { } touch)
            {
                return null;
            }

            touches.Add(touch);
            available = Math.Min(available, decimal.Floor(sizes.Left(leg.Contract.ConId, isBuy, touch) / leg.Ratio));
        }

        var price = order.Legs.Zip(touches, (leg, touch) => (leg.IsBuy ? leg.Ratio : -leg.Ratio) * touch.Price).Sum();
        var isPriceGood = order.Terms.LimitPrice is not { } limit || order.Terms.OrderType == "MKT" || (order.IsBuy ? price <= limit : price >= limit);
        var isSizeGood = order.IsAllOrNone ? available >= order.Remaining : available > 0;
        return order.IsWorking && isPriceGood && isSizeGood ? new OrderMatch(available, price, touches) : null;
    }

    /// <summary>Books the match.</summary>
    /// <param name="order">The order after it.</param>
    /// <param name="portfolio">The portfolio that changes.</param>
    /// <param name="sizes">What was already taken of the quotes; grows.</param>
    /// <param name="at">When, market time.</param>
    /// <param name="firstNumber">The number of the first execution.</param>
    /// <returns>The executions: of a combo its own and then its legs'.</returns>
    public IReadOnlyList<PaperExecution> Book(PaperOrder order, Portfolio portfolio, DisplayedSizes sizes, DateTimeOffset at, int firstNumber)
    {
        var booked = new List<PaperExecution>();
        if (order.Contract.IsCombo)
        {
            booked.Add(new PaperExecution(ExecId(firstNumber, 1), order, order.Contract, order.IsBuy, Quantity, Price, at, null, null));
        }

        foreach (var (leg, touch) in order.Legs.Zip(Legs))
        {
            var isBuy = leg.IsBuy == order.IsBuy;
            var quantity = Quantity * leg.Ratio;
            sizes.Take(leg.Contract.ConId, isBuy, touch, quantity);
            var commission = BrokerTerms.Commission(leg.Contract.IsOption, quantity);
            var realized = portfolio.Book(leg.Contract, isBuy ? quantity : -quantity, touch.Price, commission);
            var contract = order.Contract.IsCombo ? Sessions.ContractDescriptions.Describe(leg.Contract) : order.Contract;
            booked.Add(new PaperExecution(ExecId(firstNumber, booked.Count + 1), order, contract, isBuy, quantity, touch.Price, at, commission, realized));
        }

        return booked;
    }

    private static string ExecId(int number, int leg) => FormattableString.Invariant($"0000e0d5.{number:x8}.{leg:00}.01");
}
