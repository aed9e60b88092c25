using SpyOptions.Tws.Messages.Orders;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>Which orders are accepted at all.</summary>
internal static class OrderRules
{
    private const decimal QuantityMax = 1_000_000m;
    private const decimal PriceStep = 0.01m;

    /// <summary>Checks the terms of an order.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="isCombo">Whether it is for a combo, whose net price may be zero or negative.</param>
    /// <param name="account">The account of the gateway.</param>
    /// <returns>Why it is refused; null when it is not.</returns>
    public static OrderRefusal? Check(Order terms, bool isCombo, string account) => terms switch
    {
        { Action: not ("BUY" or "SELL") } => Invalid("action", terms.Action),
        { TotalQuantity: <= 0 or > QuantityMax } => Invalid("totalQuantity", terms.TotalQuantity),
        _ when terms.TotalQuantity != decimal.Truncate(terms.TotalQuantity) => Invalid("totalQuantity", terms.TotalQuantity),
        _ when terms.Account.Length > 0 && terms.Account != account => Invalid("account", terms.Account),
        { OrderType: not ("LMT" or "MKT") } => new OrderRefusal(387, "Unsupported order type for this exchange and security type."),
        { TimeInForce: not ("" or "DAY" or "GTC" or "IOC" or "FOK") } => Invalid("tif", terms.TimeInForce),
        { OrderType: "LMT", LimitPrice: null } => Invalid("lmtPrice", ""),
        { OrderType: "LMT", LimitPrice: <= 0 } when !isCombo => Invalid("lmtPrice", terms.LimitPrice),
        { OrderType: "LMT", LimitPrice: { } price } when price % PriceStep != 0 =>
            new OrderRefusal(110, "The price does not conform to the minimum price variation for this contract."),
        _ => null,
    };

    /// <summary>Checks whether an order may be changed into another.</summary>
    /// <param name="before">The order as it is.</param>
    /// <param name="after">The order as it would be.</param>
    /// <returns>Why it may not; null when it may.</returns>
    public static OrderRefusal? CheckChange(PaperOrder before, PaperOrder after)
    {
        if (before.Status == OrderState.Filled)
        {
            return new OrderRefusal(104, "Cannot modify a filled order.");
        }

        if (before.IsFinal)
        {
            return new OrderRefusal(103, "Duplicate order id");
        }

        var isSame = before.Terms.Action == after.Terms.Action && before.Legs.SequenceEqual(after.Legs) && after.Terms.TotalQuantity > before.Filled;
        return isSame ? null : new OrderRefusal(105, "Order being modified does not match original order");
    }

    private static OrderRefusal Invalid(string field, object? value) => new(321, FormattableString.Invariant($"Error validating request: {field} '{value}' is invalid."));
}
