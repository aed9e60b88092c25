using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>
/// TWS message 61, <c>position</c>. Example:
/// <c>61|3|DU1234567|700001|SPY|OPT|20261016|590.0|C|100||USD|SPY   261016C00590000|SPY|1|340.65</c>
/// </summary>
/// <param name="Account">Whose.</param>
/// <param name="Contract">What; the exchange is often empty.</param>
/// <param name="Quantity">How many, negative when short.</param>
/// <param name="AverageCost">USD each, the multiplier included.</param>
public sealed record Position(string Account, Contract Contract, decimal Quantity, decimal AverageCost) : IReply, IReadable<Position>
{
    internal const int MessageId = 61;

    /// <inheritdoc />
    public static Position Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(
            Account: reader.ReadText("account"),
            Contract: Contract.ReadReply(ref reader),
            Quantity: reader.ReadDecimal("position"),
            AverageCost: reader.ReadDecimal("avgCost"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(3).WriteText(Account);
        Contract.WriteReply(writer);
        writer.WriteDecimal(Quantity).WriteDecimal(AverageCost);
    }
}
