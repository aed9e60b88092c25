using System.Globalization;
using SpyOptions.PaperGateway.Matching;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>The account's values by the names of the protocol.</summary>
internal static class AccountTags
{
    private static readonly HashSet<string> Unitless = ["AccountReady", "AccountType"];

    /// <summary>The values.</summary>
    /// <param name="account">The account.</param>
    /// <returns>Name and value.</returns>
    public static IEnumerable<KeyValuePair<string, string>> Values(AccountSnapshot account) =>
    [
        new("AccountReady", "true"),
        new("AccountType", "INDIVIDUAL"),
        Money("AvailableFunds", account.AvailableFunds),
        Money("BuyingPower", account.BuyingPower),
        Money("CashBalance", account.Cash),
        Money("EquityWithLoanValue", account.NetLiquidation),
        Money("ExcessLiquidity", account.ExcessLiquidity),
        Money("FullAvailableFunds", account.AvailableFunds),
        Money("FullInitMarginReq", account.InitialMargin),
        Money("FullMaintMarginReq", account.MaintenanceMargin),
        Money("GrossPositionValue", account.Holdings.Sum(valued => Math.Abs(valued.Value))),
        Money("InitMarginReq", account.InitialMargin),
        Money("MaintMarginReq", account.MaintenanceMargin),
        Money("NetLiquidation", account.NetLiquidation),
        Money("OptionMarketValue", account.OptionValue),
        Money("RealizedPnL", account.RealizedPnl),
        Money("StockMarketValue", account.StockValue),
        Money("TotalCashBalance", account.Cash),
        Money("TotalCashValue", account.Cash),
        Money("UnrealizedPnL", account.UnrealizedPnl),
    ];

    /// <summary>The currency of a value.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>The currency; empty where the value is no money.</returns>
    public static string CurrencyOf(string key) => Unitless.Contains(key) ? "" : "USD";

    private static KeyValuePair<string, string> Money(string key, decimal value) => new(key, value.ToString("F2", CultureInfo.InvariantCulture));
}
