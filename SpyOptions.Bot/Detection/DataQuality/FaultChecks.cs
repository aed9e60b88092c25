using SpyOptions.Bot.Detection.Frames;

namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>One function per fault: a reading, whether or not it reaches its limit; null where it cannot be judged.</summary>
internal static class FaultChecks
{
    private const double LockedLimit = 1;

    // A feed of snapshots, or an option that is quoted seldom, is silent by nature between its quotes.
    private const double PausesMin = 3;

    public static FaultReading? Crossed(OptionFrame option, DataQualityOptions options) =>
        option is { Bid: > 0, Ask: > 0 } && option.Bid > option.Ask ? new(DataFault.Crossed, Cents(option.Bid - option.Ask), 0, options.CrossedUsd) : null;

    public static FaultReading? Locked(OptionFrame option) =>
        option is { Bid: > 0 } && option.Quote.IsLocked ? new(DataFault.Locked, 1, 0, LockedLimit) : null;

    public static FaultReading? ZeroBid(OptionFrame option, OptionFrame[] sameRight, DataQualityOptions options) =>
        option is { Bid: <= 0, Ask: > 0 }
            ? new(DataFault.ZeroBid, Neighbourhood.BidFurtherOut(sameRight, option), 0, options.ZeroBidNeighboursUsd)
            : null;

    public static FaultReading? Spread(OptionFrame option, OptionFrame[] sameRight, QuoteHistory history, DataQualityOptions options)
    {
        // Deep in the money nobody quotes tightly, and the width jumps from one strike to the next.
        if (!option.HasTwoSides || Neighbourhood.Spread(sameRight, option.Index) is not { } neighbours
            || (Neighbourhood.Delta(sameRight, option.Index) is { } delta && Math.Abs(delta) > options.SpreadDeltaMax))
        {
            return null;
        }

        var usual = history.Spread ?? neighbours;
        var limit = Math.Max(options.SpreadUsdMin, Math.Max(options.SpreadTimesOwn * usual, options.SpreadTimesNeighbours * neighbours));
        return new(DataFault.SpreadBlowOut, option.Spread, usual, limit);
    }

    public static FaultReading? Stale(OptionFrame option, OptionFrame[] sameRight, double? spot, QuoteHistory history, DataQualityOptions options)
    {
        if (!option.HasTwoSides || option.Spread <= 0 || spot is not { } now || option.SpotAtBook is not { } then
            || Neighbourhood.SecondsBehind(sameRight, option.Index) is not { } behind || behind < options.StaleSilence.TotalSeconds
            || Neighbourhood.Delta(sameRight, option.Index) is not { } delta || behind < PausesMin * history.PauseSeconds)
        {
            return null;
        }

        var outOfRhythm = history.PauseSeconds is { } pause && behind >= options.StalePauses * pause;
        return new(DataFault.Stale, Math.Abs(delta * (now - then)) / option.Spread, 0, outOfRhythm ? options.StaleSpreads / 3 : options.StaleSpreads);
    }

    public static FaultReading? Impossible(OptionFrame option, double? spot, DataQualityOptions options)
    {
        if (spot is not { } price)
        {
            return null;
        }

        // A quote that has not followed the underlying yet is late, not impossible: it must be wrong against the spot of its own moment too.
        var (low, high) = (Math.Min(price, option.SpotAtBook ?? price), Math.Max(price, option.SpotAtBook ?? price));
        var intrinsic = option.IsCall ? low - option.Strike : option.Strike - high;
        var below = option.Ask > 0 ? intrinsic - option.Ask : 0;
        var above = option.Bid - (option.IsCall ? high : option.Strike);
        var negative = Math.Max(-(double)(option.Quote.Bid ?? 0), -(double)(option.Quote.Ask ?? 0));
        return new(DataFault.Impossible, Math.Max(0, Math.Max(negative > 0 ? options.ImpossibleUsd + negative : 0, Math.Max(below, above))), 0, options.ImpossibleUsd);
    }

    // A difference of two prices in whole cents must not miss its limit by a rounding of binary fractions.
    private static double Cents(double usd) => Math.Round(usd, 4);
}
