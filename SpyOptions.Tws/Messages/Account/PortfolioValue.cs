using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>
/// TWS message 7, <c>portfolioValue</c>. Example:
/// <c>7|8|700001|SPY|OPT|20261016|590.0|C|100||USD|SPY   261016C00590000|SPY|1|3.45|345.0|340.65|4.35|0.0|DU1234567</c>
/// </summary>
/// <param name="Contract">What; it has a primary exchange but no exchange.</param>
/// <param name="Quantity">How many, negative when short.</param>
/// <param name="MarketPrice">USD each.</param>
/// <param name="MarketValue">USD altogether.</param>
/// <param name="AverageCost">USD each, the multiplier included.</param>
/// <param name="UnrealizedPnl">USD; null when unset.</param>
/// <param name="RealizedPnl">USD; null when unset.</param>
/// <param name="Account">Whose.</param>
public sealed record PortfolioValue(
    Contract Contract,
    decimal Quantity,
    decimal MarketPrice,
    decimal MarketValue,
    decimal AverageCost,
    decimal? UnrealizedPnl,
    decimal? RealizedPnl,
    string Account) : IReply, IReadable<PortfolioValue>
{
    internal const int MessageId = 7;

    /// <inheritdoc />
    public static PortfolioValue Read(ref FieldReader reader)
    {
        reader.Skip("version");
        var contract = Contract.ReadReply(ref reader);
        return new(
            Contract: contract with { PrimaryExchange = contract.Exchange, Exchange = "" },
            Quantity: reader.ReadDecimal("position"),
            MarketPrice: reader.ReadDecimal("marketPrice"),
            MarketValue: reader.ReadDecimal("marketValue"),
            AverageCost: reader.ReadDecimal("averageCost"),
            UnrealizedPnl: reader.ReadOptionalDecimal("unrealizedPNL"),
            RealizedPnl: reader.ReadOptionalDecimal("realizedPNL"),
            Account: reader.ReadText("accountName"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(8);
        (Contract with { Exchange = Contract.PrimaryExchange }).WriteReply(writer);
        writer
            .WriteDecimal(Quantity)
            .WriteDecimal(MarketPrice)
            .WriteDecimal(MarketValue)
            .WriteDecimal(AverageCost)
            .WriteDecimalOrMaximum(UnrealizedPnl)
            .WriteDecimalOrMaximum(RealizedPnl)
            .WriteText(Account);
    }
}
