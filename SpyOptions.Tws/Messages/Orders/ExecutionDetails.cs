using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// TWS message 11, <c>execDetails</c>: one fill, or the correction of one (same id but for the digits behind the last dot). Example at 178:
/// <c>11|-1|100|700001|SPY|OPT|20261016|590.0|C|100|CBOE|USD|SPY   261016C00590000|SPY|0000e0d5.6a1f2b3c.01.01|20261005 10:31:07 US/Eastern|DU1234567|CBOE|BOT|1|3.45|1377295418|7|0|1|3.45|ref-1||0.0||1|0</c>
/// </summary>
public sealed record ExecutionDetails : IReply, IReadable<ExecutionDetails>
{
    /// <summary>The <see cref="RequestId"/> of an execution that nobody asked for.</summary>
    public const int Unsolicited = -1;

    internal const int MessageId = 11;

    /// <summary>The request that this answers, or <see cref="Unsolicited"/>.</summary>
    public int RequestId { get; init; } = Unsolicited;

    /// <summary>The client's number of the order.</summary>
    public required int OrderId { get; init; }

    /// <summary>What was traded; for a combo one of its legs.</summary>
    public required Contract Contract { get; init; }

    /// <summary>The id of the execution.</summary>
    public required string ExecId { get; init; }

    /// <summary>When, <c>yyyyMMdd HH:mm:ss zone</c>.</summary>
    public string Time { get; init; } = "";

    /// <summary>Whose.</summary>
    public string Account { get; init; } = "";

    /// <summary>Where.</summary>
    public string ExecutionExchange { get; init; } = "";

    /// <summary><c>BOT</c> or <c>SLD</c>.</summary>
    public string Side { get; init; } = "";

    /// <summary>How many.</summary>
    public decimal Quantity { get; init; }

    /// <summary>USD each.</summary>
    public decimal Price { get; init; }

    /// <summary>The broker's number of the order.</summary>
    public long PermId { get; init; }

    /// <summary>Who placed the order.</summary>
    public int ClientId { get; init; }

    /// <summary>Not 0 when the broker liquidated.</summary>
    public int Liquidation { get; init; }

    /// <summary>How many of the order were filled so far.</summary>
    public decimal CumulativeQuantity { get; init; }

    /// <summary>The average price so far, USD.</summary>
    public decimal AveragePrice { get; init; }

    /// <summary>The order's own reference.</summary>
    public string OrderRef { get; init; } = "";

    /// <summary>The economic value rule; usually empty.</summary>
    public string EconomicValueRule { get; init; } = "";

    /// <summary>The multiplier of that rule.</summary>
    public double? EconomicValueMultiplier { get; init; }

    /// <summary>A model portfolio; usually empty.</summary>
    public string ModelCode { get; init; } = "";

    /// <summary>1 added liquidity, 2 removed it, 3 was routed out.</summary>
    public int LastLiquidity { get; init; }

    /// <summary>Whether the price may still be revised; only on the wire from server version 178.</summary>
    public bool PendingPriceRevision { get; init; }

    /// <inheritdoc />
    public static ExecutionDetails Read(ref FieldReader reader) => new()
    {
        RequestId = reader.ReadInt("reqId"),
        OrderId = reader.ReadInt("orderId"),
        Contract = Contract.ReadReply(ref reader),
        ExecId = reader.ReadText("execId"),
        Time = reader.ReadText("time"),
        Account = reader.ReadText("acctNumber"),
        ExecutionExchange = reader.ReadText("execExchange"),
        Side = reader.ReadText("side"),
        Quantity = reader.ReadDecimal("shares"),
        Price = reader.ReadDecimal("price"),
        PermId = reader.ReadLong("permId"),
        ClientId = reader.ReadInt("clientId"),
        Liquidation = reader.ReadInt("liquidation"),
        CumulativeQuantity = reader.ReadDecimal("cumQty"),
        AveragePrice = reader.ReadDecimal("avgPrice"),
        OrderRef = reader.ReadText("orderRef"),
        EconomicValueRule = reader.ReadText("evRule"),
        EconomicValueMultiplier = reader.ReadOptionalDouble("evMultiplier"),
        ModelCode = reader.ReadText("modelCode"),
        LastLiquidity = reader.ReadInt("lastLiquidity"),
        PendingPriceRevision = TwsFeature.HasPendingPriceRevision(reader.ServerVersion) && reader.ReadBool("pendingPriceRevision"),
    };

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(RequestId).WriteInt(OrderId);
        Contract.WriteReply(writer);
        writer
            .WriteText(ExecId)
            .WriteText(Time)
            .WriteText(Account)
            .WriteText(ExecutionExchange)
            .WriteText(Side)
            .WriteDecimal(Quantity)
            .WriteDecimal(Price)
            .WriteLong(PermId)
            .WriteInt(ClientId)
            .WriteInt(Liquidation)
            .WriteDecimal(CumulativeQuantity)
            .WriteDecimal(AveragePrice)
            .WriteText(OrderRef)
            .WriteText(EconomicValueRule)
            .WriteOptionalDouble(EconomicValueMultiplier)
            .WriteText(ModelCode)
            .WriteInt(LastLiquidity);
        if (TwsFeature.HasPendingPriceRevision(writer.ServerVersion))
        {
            writer.WriteBool(PendingPriceRevision);
        }
    }
}
