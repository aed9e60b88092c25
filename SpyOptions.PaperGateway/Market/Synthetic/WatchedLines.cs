namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>The watched options, and whose turn it is: every second turn goes round all of them, the others favour the busy middle of the chain.</summary>
/// <param name="seed">The seed.</param>
internal sealed class WatchedLines(ulong seed)
{
    private readonly SeededNoise noise = new(seed ^ 0x5A5A5A5A5A5A5A5A);
    private readonly List<OptionLine> lines = [];
    private int turn;

    /// <summary>How many there are.</summary>
    public int Count => lines.Count;

    /// <summary>All of them, in the order in which they were added.</summary>
    public IReadOnlyList<OptionLine> All => lines;

    /// <summary>Adds one.</summary>
    /// <param name="line">Not yet in it.</param>
    public void Add(OptionLine line) => lines.Add(line);

    /// <summary>Removes one.</summary>
    /// <param name="line">Does nothing when it is not in it.</param>
    public void Remove(OptionLine line) => lines.Remove(line);

    /// <summary>Those whose anomaly ended after one instant and not after another.</summary>
    /// <param name="after">Market time, excluded.</param>
    /// <param name="upTo">Market time, included.</param>
    public IEnumerable<OptionLine> EndedBetween(DateTimeOffset after, DateTimeOffset upTo) =>
        lines.Where(line => line.Label is { } label && label.EndsAt > after && label.EndsAt <= upTo);

    /// <summary>Whose turn it is.</summary>
    public OptionLine Next()
    {
        turn++;
        if (turn % 2 == 0)
        {
            return lines[turn / 2 % lines.Count];
        }

        var (first, second) = (lines[noise.NextIndex(lines.Count)], lines[noise.NextIndex(lines.Count)]);
        return Busyness(first) >= Busyness(second) ? first : second;
    }

    private static double Busyness(OptionLine line) => 0.5 - Math.Abs(Math.Abs(line.Quote.Delta ?? 0.0) - 0.5);
}
