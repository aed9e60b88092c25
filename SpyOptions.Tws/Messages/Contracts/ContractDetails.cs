using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>
/// TWS message 10, <c>contractData</c>: one contract that matches a request. Example (an option):
/// <c>10|2|SPY|OPT|20261016 15:00 US/Central|590|C|SMART|USD|SPY   261016C00590000|SPY|SPY|700001|0.01|100|LMT,MKT|SMART,CBOE|1|756733|SPDR S&amp;P 500 ETF TRUST||202610||||US/Eastern|20261005:0930-20261005:1615|20261005:0930-20261005:1615||0|0|2|SPY|STK|109,109|20261016||1|1|1</c>
/// </summary>
public sealed record ContractDetails : IReply, IReadable<ContractDetails>
{
    internal const int MessageId = 10;

    /// <summary>The request that this answers.</summary>
    public required int RequestId { get; init; }

    /// <summary>The contract; its expiry is the date alone.</summary>
    public required Contract Contract { get; init; }

    /// <summary>The time of day of the last trade, <c>HH:mm</c> in <see cref="LastTradeZone"/>; usually empty.</summary>
    public string LastTradeTime { get; init; } = "";

    /// <summary>The zone of <see cref="LastTradeTime"/>; usually empty.</summary>
    public string LastTradeZone { get; init; } = "";

    /// <summary>The name of the market.</summary>
    public string MarketName { get; init; } = "";

    /// <summary>The smallest price step anywhere on the contract, USD; see <see cref="MarketRuleIds"/>.</summary>
    public decimal MinTick { get; init; }

    /// <summary>The order types that are allowed, comma separated.</summary>
    public string OrderTypes { get; init; } = "";

    /// <summary>The exchanges that trade it, comma separated.</summary>
    public string ValidExchanges { get; init; } = "";

    /// <summary>By what quotes are magnified; 1 for SPY.</summary>
    public int PriceMagnifier { get; init; } = 1;

    /// <summary>The contract number of the underlying; 0 for none.</summary>
    public int UnderlyingConId { get; init; }

    /// <summary>The full name.</summary>
    public string LongName { get; init; } = "";

    /// <summary>The month of the contract as <c>yyyyMM</c>.</summary>
    public string ContractMonth { get; init; } = "";

    /// <summary>The industry of the underlying.</summary>
    public string Industry { get; init; } = "";

    /// <summary>The category of the underlying.</summary>
    public string Category { get; init; } = "";

    /// <summary>The subcategory of the underlying.</summary>
    public string Subcategory { get; init; } = "";

    /// <summary>The zone of the hours below, for instance <c>US/Eastern</c>.</summary>
    public string TimeZoneId { get; init; } = "";

    /// <summary>All trading hours: <c>yyyyMMdd:HHmm-yyyyMMdd:HHmm</c> or <c>yyyyMMdd:CLOSED</c>, semicolon separated.</summary>
    public string TradingHours { get; init; } = "";

    /// <summary>The regular hours, in the same form.</summary>
    public string LiquidHours { get; init; } = "";

    /// <summary>The economic value rule; usually empty.</summary>
    public string EconomicValueRule { get; init; } = "";

    /// <summary>The multiplier of that rule.</summary>
    public double? EconomicValueMultiplier { get; init; }

    /// <summary>Identifiers such as the ISIN.</summary>
    public IReadOnlyList<TagValue> SecIds { get; init; } = [];

    /// <summary>The aggregated group that tells which smart-routing data is the same.</summary>
    public int? AggregatedGroup { get; init; }

    /// <summary>The symbol of the underlying.</summary>
    public string UnderlyingSymbol { get; init; } = "";

    /// <summary>The security type of the underlying.</summary>
    public string UnderlyingSecType { get; init; } = "";

    /// <summary>The price step rules, comma separated, parallel to <see cref="ValidExchanges"/>.</summary>
    public string MarketRuleIds { get; init; } = "";

    /// <summary>The expiry as <c>yyyyMMdd</c>.</summary>
    public string RealExpirationDate { get; init; } = "";

    /// <summary>The kind of stock, for instance <c>ETF</c>.</summary>
    public string StockType { get; init; } = "";

    /// <summary>The smallest order size.</summary>
    public decimal? MinSize { get; init; }

    /// <summary>The step of order sizes.</summary>
    public decimal? SizeIncrement { get; init; }

    /// <summary>The suggested step of order sizes.</summary>
    public decimal? SuggestedSizeIncrement { get; init; }

    /// <inheritdoc />
    public static ContractDetails Read(ref FieldReader reader)
    {
        var requestId = reader.ReadInt("reqId");
        var symbol = reader.ReadText("symbol");
        var secType = reader.ReadText("secType");
        var lastTrade = SplitLastTrade(reader.ReadText("lastTradeDate"));
        var contract = new Contract
        {
            Symbol = symbol,
            SecType = secType,
            LastTradeDateOrContractMonth = lastTrade[0],
            Strike = reader.ReadDecimal("strike"),
            Right = reader.ReadText("right"),
            Exchange = reader.ReadText("exchange"),
            Currency = reader.ReadText("currency"),
            LocalSymbol = reader.ReadText("localSymbol"),
        };
        var marketName = reader.ReadText("marketName");
        contract = contract with { TradingClass = reader.ReadText("tradingClass"), ConId = reader.ReadInt("conId") };
        var minTick = reader.ReadDecimal("minTick");
        contract = contract with { Multiplier = reader.ReadText("multiplier") };
        var details = new ContractDetails
        {
            RequestId = requestId,
            Contract = contract,
            LastTradeTime = lastTrade[1],
            LastTradeZone = lastTrade[2],
            MarketName = marketName,
            MinTick = minTick,
            OrderTypes = reader.ReadText("orderTypes"),
            ValidExchanges = reader.ReadText("validExchanges"),
            PriceMagnifier = reader.ReadInt("priceMagnifier"),
            UnderlyingConId = reader.ReadInt("underConId"),
            LongName = reader.ReadEscapedText("longName"),
        };
        return details with
        {
            Contract = contract with { PrimaryExchange = reader.ReadText("primaryExch") },
            ContractMonth = reader.ReadText("contractMonth"),
            Industry = reader.ReadText("industry"),
            Category = reader.ReadText("category"),
            Subcategory = reader.ReadText("subcategory"),
            TimeZoneId = reader.ReadText("timeZoneId"),
            TradingHours = reader.ReadText("tradingHours"),
            LiquidHours = reader.ReadText("liquidHours"),
            EconomicValueRule = reader.ReadText("evRule"),
            EconomicValueMultiplier = reader.ReadOptionalDouble("evMultiplier"),
            SecIds = TagValue.ReadMany(ref reader, "nSecIds"),
            AggregatedGroup = reader.ReadOptionalInt("aggGroup"),
            UnderlyingSymbol = reader.ReadText("underSymbol"),
            UnderlyingSecType = reader.ReadText("underSecType"),
            MarketRuleIds = reader.ReadText("marketRuleIds"),
            RealExpirationDate = reader.ReadText("realExpirationDate"),
            StockType = reader.ReadText("stockType"),
            MinSize = reader.ReadOptionalDecimal("minSize"),
            SizeIncrement = reader.ReadOptionalDecimal("sizeIncrement"),
            SuggestedSizeIncrement = reader.ReadOptionalDecimal("suggestedSizeIncrement"),
        };
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer
            .WriteInt(MessageId)
            .WriteInt(RequestId)
            .WriteText(Contract.Symbol)
            .WriteText(Contract.SecType)
            .WriteText(string.Join(' ', new[] { Contract.LastTradeDateOrContractMonth, LastTradeTime, LastTradeZone }.Where(part => part.Length > 0)))
            .WriteDecimal(Contract.Strike)
            .WriteText(Contract.Right)
            .WriteText(Contract.Exchange)
            .WriteText(Contract.Currency)
            .WriteText(Contract.LocalSymbol)
            .WriteText(MarketName)
            .WriteText(Contract.TradingClass)
            .WriteInt(Contract.ConId)
            .WriteDecimal(MinTick)
            .WriteText(Contract.Multiplier)
            .WriteText(OrderTypes)
            .WriteText(ValidExchanges)
            .WriteInt(PriceMagnifier)
            .WriteInt(UnderlyingConId)
            .WriteEscapedText(LongName)
            .WriteText(Contract.PrimaryExchange)
            .WriteText(ContractMonth)
            .WriteText(Industry)
            .WriteText(Category)
            .WriteText(Subcategory)
            .WriteText(TimeZoneId)
            .WriteText(TradingHours)
            .WriteText(LiquidHours)
            .WriteText(EconomicValueRule)
            .WriteOptionalDouble(EconomicValueMultiplier);
        TagValue.WriteMany(writer, SecIds);
        writer
            .WriteOptionalInt(AggregatedGroup)
            .WriteText(UnderlyingSymbol)
            .WriteText(UnderlyingSecType)
            .WriteText(MarketRuleIds)
            .WriteText(RealExpirationDate)
            .WriteText(StockType)
            .WriteOptionalDecimal(MinSize)
            .WriteOptionalDecimal(SizeIncrement)
            .WriteOptionalDecimal(SuggestedSizeIncrement);
    }

    /// <summary>Date, time and zone, parted by dashes where there are any, else by spaces; the zone keeps its own spaces.</summary>
    private static string[] SplitLastTrade(string text)
    {
        var parts = text.Split(text.Contains('-', StringComparison.Ordinal) ? '-' : ' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return [parts.ElementAtOrDefault(0) ?? "", parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? ""];
    }
}
