using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>
/// TWS message 75, <c>secDefOptParams</c>: one exchange and trading class. Not every combination of expiry and strike exists.
/// Example: <c>75|3|SMART|756733|SPY|100|2|20261016|20261120|3|585|590|595</c>
/// </summary>
/// <param name="RequestId">The request that this answers.</param>
/// <param name="Exchange">The exchange.</param>
/// <param name="UnderlyingConId">The contract number of the underlying.</param>
/// <param name="TradingClass">The trading class.</param>
/// <param name="Multiplier">Shares per contract as text.</param>
/// <param name="Expirations">The expiries as <c>yyyyMMdd</c>.</param>
/// <param name="Strikes">The strikes, USD.</param>
public sealed record OptionParameters(
    int RequestId,
    string Exchange,
    int UnderlyingConId,
    string TradingClass,
    string Multiplier,
    IReadOnlyList<string> Expirations,
    IReadOnlyList<decimal> Strikes) : IReply, IReadable<OptionParameters>
{
    internal const int MessageId = 75;

    /// <inheritdoc />
    public static OptionParameters Read(ref FieldReader reader) => new(
        RequestId: reader.ReadInt("reqId"),
        Exchange: reader.ReadText("exchange"),
        UnderlyingConId: reader.ReadInt("underlyingConId"),
        TradingClass: reader.ReadText("tradingClass"),
        Multiplier: reader.ReadText("multiplier"),
        Expirations: ReadExpirations(ref reader),
        Strikes: ReadStrikes(ref reader));

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(RequestId).WriteText(Exchange).WriteInt(UnderlyingConId).WriteText(TradingClass).WriteText(Multiplier);
        writer.WriteInt(Expirations.Count);
        foreach (var expiration in Expirations)
        {
            writer.WriteText(expiration);
        }

        writer.WriteInt(Strikes.Count);
        foreach (var strike in Strikes)
        {
            writer.WriteDecimal(strike);
        }
    }

    private static List<string> ReadExpirations(ref FieldReader reader)
    {
        var expirations = new List<string>();
        for (var count = reader.ReadCount("nExp"); count > 0; count--)
        {
            expirations.Add(reader.ReadText("expiration"));
        }

        return expirations;
    }

    private static List<decimal> ReadStrikes(ref FieldReader reader)
    {
        var strikes = new List<decimal>();
        for (var count = reader.ReadCount("nStrikes"); count > 0; count--)
        {
            strikes.Add(reader.ReadDecimal("strike"));
        }

        return strikes;
    }
}
