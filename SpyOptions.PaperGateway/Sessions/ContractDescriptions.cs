using System.Globalization;
using SpyOptions.PaperGateway.Market;
using SpyOptions.Quant.Calendars;
using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Describes listed contracts the way TWS does.</summary>
internal static class ContractDescriptions
{
    /// <summary>Where the stock trades.</summary>
    public const string StockExchanges = "SMART,NYSE,ARCA,NASDAQ,BATS,IEX";

    /// <summary>Where the options trade.</summary>
    public const string OptionExchanges = "SMART,AMEX,CBOE,ISE,BOX,PSE";

    /// <summary>The price rule of both: steps of one cent.</summary>
    public const int PriceRule = 26;

    /// <summary>The price step, USD.</summary>
    public const decimal PriceStep = 0.01m;

    private const string OrderTypes = "ACTIVETIM,LMT,MKT,WHATIF";
    private const string Zone = "US/Eastern";
    private const string Name = "SPDR S&P 500 ETF TRUST";

    /// <summary>The expiry as <c>yyyyMMdd</c>; empty for a stock.</summary>
    /// <param name="contract">The contract.</param>
    /// <returns>The text.</returns>
    public static string ExpiryText(ListedContract contract) => contract.Expiry?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The twelve fields of a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="exchange">Where it is traded; empty in positions.</param>
    /// <returns>The fields.</returns>
    public static Contract Describe(ListedContract contract, string exchange = "SMART") => new()
    {
        ConId = contract.ConId,
        Symbol = contract.Symbol,
        SecType = contract.SecType,
        LastTradeDateOrContractMonth = ExpiryText(contract),
        Strike = contract.Strike,
        Right = contract.Right,
        Multiplier = contract.Multiplier,
        Exchange = exchange,
        PrimaryExchange = contract.IsOption ? "" : "ARCA",
        Currency = "USD",
        LocalSymbol = contract.LocalSymbol,
        TradingClass = contract.TradingClass,
    };

    /// <summary>The details of a contract.</summary>
    /// <param name="requestId">The request that is answered.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="underlyingConId">The contract id of the stock.</param>
    /// <param name="session">The session whose hours are told first.</param>
    /// <returns>The details.</returns>
    public static ContractDetails Detail(int requestId, ListedContract contract, int underlyingConId, DateOnly session)
    {
        var exchanges = contract.IsOption ? OptionExchanges : StockExchanges;
        var details = new ContractDetails
        {
            RequestId = requestId,
            Contract = Describe(contract),
            MarketName = contract.Symbol,
            MinTick = PriceStep,
            OrderTypes = OrderTypes,
            ValidExchanges = exchanges,
            LongName = Name,
            TimeZoneId = Zone,
            TradingHours = contract.IsOption ? Hours(session) : ExtendedHours(session),
            LiquidHours = Hours(session),
            MarketRuleIds = string.Join(',', exchanges.Split(',').Select(_ => PriceRule)),
            MinSize = 1,
            SizeIncrement = 1,
            SuggestedSizeIncrement = contract.IsOption ? 1 : 100,
        };
        return contract.IsOption
            ? details with
            {
                UnderlyingConId = underlyingConId,
                UnderlyingSymbol = contract.Symbol,
                UnderlyingSecType = "STK",
                ContractMonth = ExpiryText(contract)[..6],
                RealExpirationDate = ExpiryText(contract),
            }
            : details with { StockType = "ETF" };
    }

    private static string Hours(DateOnly session) => string.Join(';', Sessions(session).Select(day =>
        Span(day, NewYorkTime.FromUtc(ExchangeCalendar.OpensAt(day)), NewYorkTime.FromUtc(ExchangeCalendar.ClosesAt(day)))));

    private static string ExtendedHours(DateOnly session) => string.Join(';', Sessions(session).Select(day => $"{day:yyyyMMdd}:0400-{day:yyyyMMdd}:2000"));

    private static string Span(DateOnly day, DateTimeOffset opens, DateTimeOffset closes) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}:{opens:HHmm}-{day:yyyyMMdd}:{closes:HHmm}");

    private static DateOnly[] Sessions(DateOnly first) => [first, ExchangeCalendar.NextSession(first)];
}
