using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// All conditions of an order: the count, the conditions, then two flags that are only there when the count is not 0.
/// Example: <c>1|3|a|1|20261016 15:00:00 US/Eastern|0|1</c>
/// </summary>
public sealed record OrderConditions : IReadable<OrderConditions>
{
    /// <summary>No conditions.</summary>
    public static OrderConditions None { get; } = new();

    /// <summary>The conditions.</summary>
    public IReadOnlyList<OrderCondition> Conditions { get; init; } = [];

    /// <summary>Whether they are also watched outside regular hours.</summary>
    public bool IgnoreRegularHours { get; init; }

    /// <summary>Whether they cancel the order rather than start it.</summary>
    public bool CancelOrder { get; init; }

    /// <inheritdoc />
    public static OrderConditions Read(ref FieldReader reader)
    {
        var count = reader.ReadCount("conditionsCount");
        if (count == 0)
        {
            return None;
        }

        var conditions = new List<OrderCondition>();
        for (; count > 0; count--)
        {
            conditions.Add(OrderCondition.Read(ref reader));
        }

        return new OrderConditions
        {
            Conditions = conditions,
            IgnoreRegularHours = reader.ReadBool("conditionsIgnoreRth"),
            CancelOrder = reader.ReadBool("conditionsCancelOrder"),
        };
    }

    internal void Write(FieldWriter writer)
    {
        writer.WriteInt(Conditions.Count);
        if (Conditions.Count == 0)
        {
            return;
        }

        foreach (var condition in Conditions)
        {
            condition.Write(writer);
        }

        writer.WriteBool(IgnoreRegularHours).WriteBool(CancelOrder);
    }
}
