namespace SpyOptions.Bot.MarketData;

/// <summary>
/// Decides which options get a market data line: the underlying's is always counted, then pinned contracts, then those at the money of the
/// front expiries, then some that walk through the rest. Pure but for the window centres and the budget that it remembers.
/// </summary>
/// <param name="options">Sizes of budget and window.</param>
internal sealed class LineBudget(MarketDataOptions options)
{
    private const int UnderlyingLines = 1;

    // An expiry further out starts this many strikes behind the one before it, so the front gets the wider window.
    private const int StrikesBehindPerExpiry = 3;

    private readonly Dictionary<DateOnly, decimal> _centres = [];

    /// <summary>Lines allowed now: the option's, or less after the gateway refused one.</summary>
    public int LinesMax { get; private set; } = options.LinesMax;

    /// <summary>Lowers the budget after the gateway refused a line (error 101).</summary>
    /// <param name="linesInUse">Lines that stream, the underlying's included.</param>
    public void OnRefused(int linesInUse) => LinesMax = Math.Clamp(linesInUse, UnderlyingLines + 1, LinesMax);

    /// <summary>Gives the whole budget back: a new connection begins.</summary>
    public void Reset() => LinesMax = options.LinesMax;

    /// <summary>Plans the lines.</summary>
    /// <param name="expiries">The chain, ascending.</param>
    /// <param name="spot">Price of the underlying, USD.</param>
    /// <param name="pinned">Contracts that must have a line; never dropped.</param>
    /// <param name="turn">Number of the rotation's turn, rising by 1.</param>
    /// <param name="isExcluded">Contracts that the gateway refuses.</param>
    public LinePlan Plan(IReadOnlyList<ExpiryChain> expiries, double spot, IReadOnlySet<int> pinned, long turn, Predicate<int> isExcluded)
    {
        var pins = expiries.SelectMany(expiry => expiry.Options).Where(option => pinned.Contains(option.Contract.ConId)).ToList();
        var near = Near(expiries, (decimal)spot)
            .Select(pair => pair.Options.Where(option => !pinned.Contains(option.Contract.ConId) && !isExcluded(option.Contract.ConId)).ToArray())
            .Where(pair => pair.Length > 0)
            .ToList();
        var nearCount = pins.Count + near.Sum(pair => pair.Length);
        var room = Math.Max(0, LinesMax - UnderlyingLines - pins.Count);
        var fixedRoom = nearCount - pins.Count <= room ? room : Math.Max(0, room - Math.Min(options.RotationLines, room / 2));
        var lines = pins;
        var taken = TakePairs(near, 0, fixedRoom, lines);
        if (taken < near.Count)
        {
            Rotate([.. near.Skip(taken).OrderBy(pair => pair[0].Contract.Expiry)], turn, LinesMax - UnderlyingLines - lines.Count, lines);
        }

        return new LinePlan(lines, nearCount, PinnedOverBudget: pinned.Count + UnderlyingLines > LinesMax);
    }

    // Whole pages of neighbouring strikes, so that a turn shows a connected piece of one smile.
    private static void Rotate(List<QuotedOption[]> rest, long turn, int room, List<QuotedOption> lines)
    {
        var pages = new List<int> { 0 };
        for (int index = 0, used = 0; index < rest.Count; used += rest[index++].Length)
        {
            if (used > 0 && used + rest[index].Length > room)
            {
                pages.Add(index);
                used = 0;
            }
        }

        TakePairs(rest, pages[(int)(turn % pages.Count)], room, lines);
    }

    private static int TakePairs(List<QuotedOption[]> pairs, int start, int room, List<QuotedOption> lines)
    {
        var index = start;
        for (; index < pairs.Count && pairs[index].Length <= room; index++)
        {
            lines.AddRange(pairs[index]);
            room -= pairs[index].Length;
        }

        return index;
    }

    private IEnumerable<Pair> Near(IReadOnlyList<ExpiryChain> expiries, decimal spot)
    {
        var pairs = new List<Pair>();
        for (var rank = 0; rank < expiries.Count; rank++)
        {
            var chain = expiries[rank];
            var centre = Centre(chain, spot);
            for (var index = Math.Max(0, centre - options.StrikesEachSide); index < chain.Strikes.Count && index <= centre + options.StrikesEachSide; index++)
            {
                pairs.Add(new Pair(Math.Abs(index - centre) + (rank * StrikesBehindPerExpiry), rank, index, [.. Both(chain, index)]));
            }
        }

        return pairs.OrderBy(pair => pair.Distance).ThenBy(pair => pair.Rank).ThenBy(pair => pair.Index);
    }

    private static IEnumerable<QuotedOption> Both(ExpiryChain chain, int index) => new[] { chain.Calls[index], chain.Puts[index] }.OfType<QuotedOption>();

    private int Centre(ExpiryChain chain, decimal spot)
    {
        var nearest = Nearest(chain.Strikes, spot);
        if (_centres.TryGetValue(chain.Expiry, out var held) && Nearest(chain.Strikes, held) is var kept && chain.Strikes[kept] == held)
        {
            var step = Step(chain.Strikes, kept);
            if (Math.Abs(spot - held) <= step * (decimal)options.RecentreStrikes)
            {
                return kept;
            }
        }

        _centres[chain.Expiry] = chain.Strikes[nearest];
        return nearest;
    }

    private static decimal Step(IReadOnlyList<decimal> strikes, int index)
    {
        var below = index > 0 ? strikes[index] - strikes[index - 1] : decimal.MaxValue;
        var above = index + 1 < strikes.Count ? strikes[index + 1] - strikes[index] : decimal.MaxValue;
        var step = Math.Min(below, above);
        return step == decimal.MaxValue ? 0 : step;
    }

    private static int Nearest(IReadOnlyList<decimal> strikes, decimal price)
    {
        var best = 0;
        for (var index = 1; index < strikes.Count; index++)
        {
            if (Math.Abs(strikes[index] - price) < Math.Abs(strikes[best] - price))
            {
                best = index;
            }
        }

        return best;
    }

    private sealed record Pair(int Distance, int Rank, int Index, QuotedOption[] Options);
}

/// <summary>The lines to hold, the most important first; the underlying's is not among them.</summary>
/// <param name="Lines">Options that get a line.</param>
/// <param name="NearCount">Options that should be looked at; more than <paramref name="Lines"/> when some have to take turns.</param>
/// <param name="PinnedOverBudget">Whether the pinned contracts alone exceed the budget.</param>
internal sealed record LinePlan(IReadOnlyList<QuotedOption> Lines, int NearCount, bool PinnedOverBudget);
