using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>TWS message 93, <c>marketRule</c>: price steps. Example: <c>93|109|2|0.0|0.01|3.0|0.05</c></summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Increments">Its steps, by rising low edge.</param>
public sealed record MarketRule(int RuleId, IReadOnlyList<PriceIncrement> Increments) : IReply, IReadable<MarketRule>
{
    internal const int MessageId = 93;

    /// <inheritdoc />
    public static MarketRule Read(ref FieldReader reader)
    {
        var ruleId = reader.ReadInt("marketRuleId");
        var increments = new List<PriceIncrement>();
        for (var count = reader.ReadCount("nPriceIncrements"); count > 0; count--)
        {
            increments.Add(new PriceIncrement(reader.ReadDecimal("lowEdge"), reader.ReadDecimal("increment")));
        }

        return new(ruleId, increments);
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(RuleId).WriteInt(Increments.Count);
        foreach (var step in Increments)
        {
            writer.WriteDecimal(step.LowEdge).WriteDecimal(step.Increment);
        }
    }
}
