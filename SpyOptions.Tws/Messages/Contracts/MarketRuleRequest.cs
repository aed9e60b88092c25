using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Contracts;

/// <summary>TWS request 91, <c>reqMarketRule</c>. Example: <c>91|109</c></summary>
/// <param name="RuleId">One of <see cref="ContractDetails.MarketRuleIds"/>.</param>
public sealed record MarketRuleRequest(int RuleId) : IRequest, IReadable<MarketRuleRequest>
{
    internal const int MessageId = 91;

    /// <inheritdoc />
    public static MarketRuleRequest Read(ref FieldReader reader) => new(reader.ReadInt("marketRuleId"));

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(RuleId);
}
