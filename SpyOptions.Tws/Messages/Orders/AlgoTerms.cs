using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>The broker's algorithm: its name, then its parameters where the name is not empty. Example: <c>Adaptive|1|adaptivePriority|Normal</c></summary>
/// <param name="Strategy">The name; empty for none.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record AlgoTerms(string Strategy, IReadOnlyList<TagValue> Parameters) : IReadable<AlgoTerms>
{
    /// <summary>No algorithm: one empty field.</summary>
    public static AlgoTerms None { get; } = new("", []);

    /// <inheritdoc />
    public static AlgoTerms Read(ref FieldReader reader)
    {
        var strategy = reader.ReadText("algoStrategy");
        return strategy.Length == 0 ? None : new(strategy, TagValue.ReadMany(ref reader, "algoParamsCount"));
    }

    internal void Write(FieldWriter writer)
    {
        writer.WriteText(Strategy);
        if (Strategy.Length > 0)
        {
            TagValue.WriteMany(writer, Parameters);
        }
    }
}
