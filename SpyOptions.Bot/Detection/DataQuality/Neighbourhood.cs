using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Quant.Statistics;

namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>What the nearest strikes of the same right show at the same moment.</summary>
internal static class Neighbourhood
{
    private const int EachSide = 3;
    private const int NeighboursMin = 3;

    /// <summary>Median spread of the neighbours with two sides, USD; null when there are too few.</summary>
    public static double? Spread(OptionFrame[] options, int index)
    {
        Span<double> values = stackalloc double[2 * EachSide];
        var count = 0;
        for (var i = First(index); i <= Last(options, index); i++)
        {
            if (i != index && options[i] is { HasTwoSides: true, Spread: > 0 } neighbour)
            {
                values[count++] = neighbour.Spread;
            }
        }

        return count < NeighboursMin ? null : RobustStatistics.Median(values[..count]);
    }

    /// <summary>By how many seconds the median neighbour was observed after this one; null when there are too few.</summary>
    public static double? SecondsBehind(OptionFrame[] options, int index)
    {
        Span<double> values = stackalloc double[2 * EachSide];
        var count = 0;
        for (var i = First(index); i <= Last(options, index); i++)
        {
            if (i != index && options[i].HasBook && options[i].Quote.BookObservedAt - options[index].Quote.BookObservedAt is { } behind)
            {
                values[count++] = behind.TotalSeconds;
            }
        }

        return count < NeighboursMin ? null : RobustStatistics.Median(values[..count]);
    }

    /// <summary>The lower of the bids on both sides, USD; 0 at the edge of the chain or where a neighbour has no bid.</summary>
    public static double BidOnBothSides(OptionFrame[] options, int index) =>
        index == 0 || index == options.Length - 1 || !options[index - 1].HasTwoSides || !options[index + 1].HasTwoSides
            ? 0
            : Math.Min(options[index - 1].Bid, options[index + 1].Bid);

    /// <summary>Delta of the option, else of a neighbour; null when none is known.</summary>
    public static double? Delta(OptionFrame[] options, int index)
    {
        for (var distance = 0; distance <= EachSide; distance++)
        {
            var below = index - distance >= 0 ? options[index - distance].Delta : null;
            if ((below ?? (index + distance < options.Length ? options[index + distance].Delta : null)) is { } delta)
            {
                return delta;
            }
        }

        return null;
    }

    private static int First(int index) => Math.Max(0, index - EachSide);

    private static int Last(OptionFrame[] options, int index) => Math.Min(options.Length - 1, index + EachSide);
}
