using System.Globalization;
using SpyOptions.PaperGateway.Market;
using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Finds listed contracts by what a client knows of them.</summary>
internal sealed class ContractCatalog
{
    private static readonly HashSet<string> Exchanges =
        [.. ContractDescriptions.StockExchanges.Split(','), .. ContractDescriptions.OptionExchanges.Split(',')];

    private readonly IMarket market;
    private readonly Dictionary<int, ListedContract> byConId;
    private readonly Dictionary<string, ListedContract> byLocalSymbol;
    private readonly ILookup<DateOnly?, ListedContract> byExpiry;

    /// <summary>Indexes what a market lists.</summary>
    /// <param name="market">The market.</param>
    public ContractCatalog(IMarket market)
    {
        this.market = market;
        byConId = market.Contracts.ToDictionary(contract => contract.ConId);
        byLocalSymbol = market.Contracts.ToDictionary(contract => Squeeze(contract.LocalSymbol));
        byExpiry = market.Contracts.ToLookup(contract => contract.Expiry);
    }

    /// <summary>The stock.</summary>
    public ListedContract Underlying => market.Contracts[0];

    /// <summary>The options, by expiry, strike and right.</summary>
    public IEnumerable<ListedContract> Options => market.Contracts.Skip(1);

    /// <summary>The contract with an id.</summary>
    /// <param name="conId">The id.</param>
    /// <returns>The contract, or null when it is not listed.</returns>
    public ListedContract? Find(int conId) => byConId.GetValueOrDefault(conId);

    /// <summary>Every contract that fits a description, of which any field may be left out.</summary>
    /// <param name="wanted">The description.</param>
    /// <returns>What fits; empty when nothing does.</returns>
    public IReadOnlyList<ListedContract> FindAll(Contract wanted)
    {
        if (!IsTradable(wanted))
        {
            return [];
        }

        if (wanted.ConId != 0)
        {
            return Find(wanted.ConId) is { } known ? [known] : [];
        }

        if (wanted.LocalSymbol.Length > 0)
        {
            return byLocalSymbol.TryGetValue(Squeeze(wanted.LocalSymbol), out var named) && Fits(named, wanted) ? [named] : [];
        }

        if (wanted.Symbol.Length == 0 && wanted.TradingClass.Length == 0)
        {
            return [];
        }

        var candidates = TryParseDay(wanted.LastTradeDateOrContractMonth, out var day) ? byExpiry[day] : market.Contracts;
        return [.. candidates.Where(contract => Fits(contract, wanted))];
    }

    private static bool IsTradable(Contract wanted) =>
        (wanted.Currency.Length == 0 || wanted.Currency == "USD")
        && (wanted.Exchange.Length == 0 || Exchanges.Contains(wanted.Exchange))
        && !wanted.IsCombo;

    private static bool Fits(ListedContract contract, Contract wanted) =>
        IsEmptyOr(wanted.Symbol, contract.Symbol)
        && IsEmptyOr(wanted.SecType, contract.SecType)
        && IsEmptyOr(wanted.TradingClass, contract.TradingClass)
        && IsEmptyOr(wanted.Multiplier, contract.Multiplier)
        && (wanted.Strike == 0 || wanted.Strike == contract.Strike)
        && (wanted.Right is "" or "?" or "0" || (contract.IsOption && char.ToUpperInvariant(wanted.Right[0]) == contract.Right[0]))
        && (wanted.LastTradeDateOrContractMonth.Length == 0
            || ContractDescriptions.ExpiryText(contract).StartsWith(wanted.LastTradeDateOrContractMonth, StringComparison.Ordinal));

    private static bool IsEmptyOr(string wanted, string actual) => wanted.Length == 0 || string.Equals(wanted, actual, StringComparison.OrdinalIgnoreCase);

    private static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Squeeze(string localSymbol) => localSymbol.Replace(" ", "", StringComparison.Ordinal);
}
