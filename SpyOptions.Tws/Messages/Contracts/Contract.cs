using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>
/// What is traded, as requests name it: twelve fields.
/// Example: <c>700001|SPY|OPT|20261016|590|C|100|SMART||USD|SPY   261016C00590000|SPY</c>
/// </summary>
public sealed record Contract : IReadable<Contract>
{
    /// <summary>The security type of a combo, which has legs.</summary>
    public const string ComboSecType = "BAG";

    /// <summary>The broker's number of the contract; 0 when it is described by the other fields.</summary>
    public int ConId { get; init; }

    /// <summary>The symbol of the underlying, for instance <c>SPY</c>.</summary>
    public string Symbol { get; init; } = "";

    /// <summary><c>STK</c>, <c>OPT</c>, <c>BAG</c> and others.</summary>
    public string SecType { get; init; } = "";

    /// <summary>The expiry as <c>yyyyMMdd</c>, or a month as <c>yyyyMM</c>; empty for a stock.</summary>
    public string LastTradeDateOrContractMonth { get; init; } = "";

    /// <summary>The strike in USD; 0 for none.</summary>
    public decimal Strike { get; init; }

    /// <summary><c>C</c>, <c>P</c>, empty, or <c>?</c> as gateways send it for what is no option.</summary>
    public string Right { get; init; } = "";

    /// <summary>Shares per contract as text; empty for a stock.</summary>
    public string Multiplier { get; init; } = "";

    /// <summary>The destination, usually <c>SMART</c>.</summary>
    public string Exchange { get; init; } = "";

    /// <summary>The listing exchange, which makes a stock unambiguous.</summary>
    public string PrimaryExchange { get; init; } = "";

    /// <summary>The currency, for instance <c>USD</c>.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The symbol at the exchange; for an option the 21 characters of the OCC.</summary>
    public string LocalSymbol { get; init; } = "";

    /// <summary>The trading class, which tells weekly from monthly options of some underlyings.</summary>
    public string TradingClass { get; init; } = "";

    /// <summary>The legs of a combo; on the wire only where the security type is <see cref="ComboSecType"/>.</summary>
    public IReadOnlyList<ComboLeg> ComboLegs { get; init; } = [];

    /// <summary>The hedge of a delta-neutral combo, or null.</summary>
    public DeltaNeutralContract? DeltaNeutral { get; init; }

    /// <summary>Whether this is a combo.</summary>
    public bool IsCombo => string.Equals(SecType, ComboSecType, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public static Contract Read(ref FieldReader reader) => new()
    {
        ConId = reader.ReadInt("conId"),
        Symbol = reader.ReadText("symbol"),
        SecType = reader.ReadText("secType"),
        LastTradeDateOrContractMonth = reader.ReadText("lastTradeDateOrContractMonth"),
        Strike = reader.ReadDecimal("strike"),
        Right = reader.ReadText("right"),
        Multiplier = reader.ReadText("multiplier"),
        Exchange = reader.ReadText("exchange"),
        PrimaryExchange = reader.ReadText("primaryExch"),
        Currency = reader.ReadText("currency"),
        LocalSymbol = reader.ReadText("localSymbol"),
        TradingClass = reader.ReadText("tradingClass"),
    };

    /// <summary>Reads the eleven fields of most replies, which leave the primary exchange out.</summary>
    internal static Contract ReadReply(ref FieldReader reader) => new()
    {
        ConId = reader.ReadInt("conId"),
        Symbol = reader.ReadText("symbol"),
        SecType = reader.ReadText("secType"),
        LastTradeDateOrContractMonth = reader.ReadText("lastTradeDateOrContractMonth"),
        Strike = reader.ReadDecimal("strike"),
        Right = reader.ReadText("right"),
        Multiplier = reader.ReadText("multiplier"),
        Exchange = reader.ReadText("exchange"),
        Currency = reader.ReadText("currency"),
        LocalSymbol = reader.ReadText("localSymbol"),
        TradingClass = reader.ReadText("tradingClass"),
    };

    internal void Write(FieldWriter writer)
    {
        WriteIdentity(writer);
        writer.WriteText(Exchange).WriteText(PrimaryExchange).WriteText(Currency).WriteText(LocalSymbol).WriteText(TradingClass);
    }

    internal void WriteReply(FieldWriter writer)
    {
        WriteIdentity(writer);
        writer.WriteText(Exchange).WriteText(Currency).WriteText(LocalSymbol).WriteText(TradingClass);
    }

    private void WriteIdentity(FieldWriter writer) => writer
        .WriteInt(ConId)
        .WriteText(Symbol)
        .WriteText(SecType)
        .WriteText(LastTradeDateOrContractMonth)
        .WriteDecimal(Strike)
        .WriteText(Right)
        .WriteText(Multiplier);
}
