using System.Globalization;
using SpyOptions.Contracts.Signals;
using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.Bot.MarketData;

/// <summary>Reads contracts of the gateway into options, and makes the questions for them.</summary>
internal static class ListedContracts
{
    private const string Exchange = "SMART";
    private const string Currency = "USD";

    /// <summary>The question for the underlying.</summary>
    public static Contract UnderlyingOf(string symbol) => new() { Symbol = symbol, SecType = "STK", Exchange = Exchange, Currency = Currency };

    /// <summary>The question for every strike of one expiry and right.</summary>
    public static Contract SliceOf(string symbol, DateOnly expiry, string right) => new()
    {
        Symbol = symbol,
        SecType = "OPT",
        LastTradeDateOrContractMonth = expiry.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        Right = right,
        Exchange = Exchange,
        Currency = Currency,
        TradingClass = symbol,
    };

    /// <summary>The form in which a contract is subscribed.</summary>
    public static Contract Routed(Contract contract) => contract with { Exchange = Exchange };

    /// <summary>Reads an expiry such as <c>20261016</c>; null when it is none.</summary>
    public static DateOnly? Expiry(string text) =>
        text.Length >= 8 && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry) ? expiry : null;

    /// <summary>Reads a contract as an option.</summary>
    /// <param name="contract">The gateway's contract.</param>
    /// <param name="badField">The field that cannot be understood; null when all can.</param>
    public static OptionContract? Read(Contract contract, out string? badField)
    {
        OptionRight? right = contract.Right switch
        {
            "C" or "CALL" => OptionRight.Call,
            "P" or "PUT" => OptionRight.Put,
            _ => null,
        };
        var expiry = Expiry(contract.LastTradeDateOrContractMonth);
        badField = contract.ConId <= 0 ? nameof(contract.ConId)
            : right is null ? nameof(contract.Right)
            : expiry is null ? nameof(contract.LastTradeDateOrContractMonth)
            : contract.Strike <= 0 ? nameof(contract.Strike)
            : null;
        return badField is null ? new OptionContract(contract.ConId, contract.Symbol, expiry!.Value, contract.Strike, right!.Value) : null;
    }
}
