using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// A condition of an order: a kind, how it joins the next one (<c>a</c> and, <c>o</c> or), then what the kind needs.
/// Example (a price): <c>1|a|1|590.5|756733|SMART|0</c>
/// </summary>
public sealed record OrderCondition : IReadable<OrderCondition>
{
    /// <summary>The kind of a condition on a price.</summary>
    public const int Price = 1;

    /// <summary>The kind of a condition on the time.</summary>
    public const int Time = 3;

    /// <summary>The kind of a condition on the margin cushion.</summary>
    public const int Margin = 4;

    /// <summary>The kind of a condition on an execution.</summary>
    public const int Execution = 5;

    /// <summary>The kind of a condition on the volume.</summary>
    public const int Volume = 6;

    /// <summary>The kind of a condition on the percentage of a price change.</summary>
    public const int PercentChange = 7;

    /// <summary>Which kind.</summary>
    public required int Kind { get; init; }

    /// <summary><c>a</c> for and, <c>o</c> for or.</summary>
    public string Conjunction { get; init; } = "a";

    /// <summary>Whether the value must be above rather than below; not for an execution.</summary>
    public bool IsMore { get; init; }

    /// <summary>The price (USD), time, percentage or volume as text; not for an execution.</summary>
    public string Value { get; init; } = "";

    /// <summary>The contract that is watched, for price, volume and percentage.</summary>
    public int ConId { get; init; }

    /// <summary>Where it is watched, also for an execution.</summary>
    public string Exchange { get; init; } = "";

    /// <summary>Which price triggers, for a price.</summary>
    public int TriggerMethod { get; init; }

    /// <summary>The security type, for an execution.</summary>
    public string SecType { get; init; } = "";

    /// <summary>The symbol, for an execution.</summary>
    public string Symbol { get; init; } = "";

    private bool HasContract => Kind is Price or Volume or PercentChange;

    /// <inheritdoc />
    public static OrderCondition Read(ref FieldReader reader)
    {
        var kind = reader.ReadInt("condition.type");
        var conjunction = reader.ReadText("condition.conjunction");
        if (kind is not (Price or Time or Margin or Execution or Volume or PercentChange))
        {
            throw reader.Bad("condition.type", $"is {kind}, an unknown kind whose fields cannot be told");
        }

        var condition = new OrderCondition { Kind = kind, Conjunction = conjunction };
        if (kind == Execution)
        {
            return condition with
            {
                SecType = reader.ReadText("condition.secType"),
                Exchange = reader.ReadText("condition.exchange"),
                Symbol = reader.ReadText("condition.symbol"),
            };
        }

        condition = condition with { IsMore = reader.ReadBool("condition.isMore"), Value = reader.ReadText("condition.value") };
        if (condition.HasContract)
        {
            condition = condition with { ConId = reader.ReadInt("condition.conId"), Exchange = reader.ReadText("condition.exchange") };
        }

        return kind == Price ? condition with { TriggerMethod = reader.ReadInt("condition.triggerMethod") } : condition;
    }

    internal void Write(FieldWriter writer)
    {
        writer.WriteInt(Kind).WriteText(Conjunction);
        if (Kind == Execution)
        {
            writer.WriteText(SecType).WriteText(Exchange).WriteText(Symbol);
            return;
        }

        writer.WriteBool(IsMore).WriteText(Value);
        if (HasContract)
        {
            writer.WriteInt(ConId).WriteText(Exchange);
        }

        if (Kind == Price)
        {
            writer.WriteInt(TriggerMethod);
        }
    }
}
