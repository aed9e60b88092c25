using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Quant.Statistics;

namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>What the nearest strikes of the same right show at the same moment.</summary>
internal static class Neighbourhood
{
    private const int EachSide = 3;
    private const int NeighboursMin = 2;

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

    /// <summary>
    /// By how many seconds all neighbours but one were observed after this one, at least; null when there are too few. All but one, because the
    /// rows of a snapshot arrive one after the other and half of the neighbours are then newer for a while.
    /// </summary>
    public static double? SecondsBehind(OptionFrame[] options, int index)
    {
        var (count, least, second) = (0, double.PositiveInfinity, double.PositiveInfinity);
        for (var i = First(index); i <= Last(options, index); i++)
        {
            if (i != index && options[i].HasBook && options[i].Quote.BookObservedAt - options[index].Quote.BookObservedAt is { } behind)
            {
                count++;
                (least, second) = behind.TotalSeconds < least ? (behind.TotalSeconds, least) : (least, Math.Min(second, behind.TotalSeconds));
            }
        }

        return count < NeighboursMin ? null : second;
    }

    /// <summary>
    /// Bid of the nearest option further out of the money that has two sides, USD; 0 where none is near. An option is worth at least as much
    /// as one further out, so what is bid there must be bid here.
    /// </summary>
    public static double BidFurtherOut(OptionFrame[] options, OptionFrame option)
    {
        var step = option.IsCall ? 1 : -1;
        for (var distance = 1; distance <= EachSide; distance++)
        {
            var index = option.Index + (step * distance);
            if (index >= 0 && index < options.Length && options[index].HasTwoSides)
            {
                return options[index].Bid;
            }
        }

        return 0;
    }

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
