using SpyOptions.Quant.Statistics;

namespace SpyOptions.Quant.Volatility;

/// <summary>
/// The forward that put-call parity implies: <c>forward = strike + (call - put) / discount</c>, Stoll (1969). Each near-the-money pair votes and the
/// median wins, so a wrong quote cannot move it. Exact for European exercise; for American options near the money the early-exercise premium of call
/// and put stays within the bid-ask spread at usual rates.
/// </summary>
public static class ParityForward
{
    /// <summary>Pairs that vote unless told otherwise.</summary>
    public const int PairsDefault = 9;

    /// <summary>Finds the forward of one expiry.</summary>
    /// <param name="pairs">Ascending by strike. A pair with a number that is not finite, or a strike not above 0, does not vote.</param>
    /// <param name="discount">Value today of one USD at expiry, above 0 and at most 1.5.</param>
    /// <param name="pairsMin">Pairs needed, from 1.</param>
    /// <param name="pairsMax">Pairs nearest the money that vote.</param>
    /// <param name="scratch">At least <c>2 x pairsMax</c> long; no allocation is made.</param>
    public static ParityForwardFit Find(ReadOnlySpan<ParityPair> pairs, double discount, int pairsMin, int pairsMax, Span<double> scratch)
    {
        if (!(discount > 0 && discount <= 1.5))
        {
            return ParityForwardFit.Undefined(SmileUndefined.InvalidInput);
        }

        var center = NearestTheMoney(pairs);
        if (center < 0)
        {
            return ParityForwardFit.Undefined(SmileUndefined.TooFewPoints);
        }

        var votes = scratch[..pairsMax];
        var count = 0;
        for (int low = center, high = center + 1; count < pairsMax && (low >= 0 || high < pairs.Length);)
        {
            var takeLow = high >= pairs.Length || (low >= 0 && Distance(pairs[low]) <= Distance(pairs[high]));
            var pair = pairs[takeLow ? low-- : high++];
            if (IsUsable(pair))
            {
                votes[count++] = pair.Strike + ((pair.CallMid - pair.PutMid) / discount);
            }
        }

        return count < pairsMin ? ParityForwardFit.Undefined(SmileUndefined.TooFewPoints) : Elect(votes[..count], scratch.Slice(pairsMax, count));
    }

    private static ParityForwardFit Elect(Span<double> votes, Span<double> scratch) =>
        RobustStatistics.Median(votes) is { } forward && forward > 0 && RobustStatistics.MedianAbsoluteDeviation(votes, forward, scratch) is { } deviation
            ? new(SmileUndefined.None, forward, deviation * RobustStatistics.NormalConsistency, votes.Length)
            : ParityForwardFit.Undefined(SmileUndefined.InvalidInput);

    private static int NearestTheMoney(ReadOnlySpan<ParityPair> pairs)
    {
        var best = -1;
        for (var i = 0; i < pairs.Length; i++)
        {
            if (IsUsable(pairs[i]) && (best < 0 || Distance(pairs[i]) < Distance(pairs[best])))
            {
                best = i;
            }
        }

        return best;
    }

    private static double Distance(ParityPair pair) => IsUsable(pair) ? Math.Abs(pair.CallMid - pair.PutMid) : double.PositiveInfinity;

    private static bool IsUsable(ParityPair pair) =>
        double.IsFinite(pair.Strike) && pair.Strike > 0 && double.IsFinite(pair.CallMid) && pair.CallMid >= 0 && double.IsFinite(pair.PutMid) && pair.PutMid >= 0;
}
