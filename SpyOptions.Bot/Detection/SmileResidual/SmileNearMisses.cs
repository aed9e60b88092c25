using System.Globalization;
using SpyOptions.Contracts.Signals;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Bot.Detection.SmileResidual;

/// <summary>Says why the neighbours of a culprit did not fire. Made only when something fires, so it may allocate.</summary>
internal static class SmileNearMisses
{
    private const int EachSide = 2;

    /// <summary>The nearest neighbours of a culprit.</summary>
    public static IReadOnlyList<NearMiss> Around(SmileSlice slice, int culprit, SmileResidualOptions settings, SmileFitOptions fit)
    {
        var naive = new SmileEstimate[slice.Count];
        var scatter = SmileFit.LeaveOneOut(slice.Points, fit with { Passes = 1 }, naive, new double[SmileFit.ScratchLength(slice.Count)]);
        var misses = new List<NearMiss>(2 * EachSide);
        for (var i = Math.Max(0, culprit - EachSide); i <= Math.Min(slice.Count - 1, culprit + EachSide); i++)
        {
            if (i != culprit && slice.Estimates[i].IsDefined)
            {
                misses.Add(new NearMiss(slice.Options[i].Contract, slice.Scores[i], Reason(slice, i, naive[i], scatter, settings)));
            }
        }

        return misses;
    }

    private static string Reason(SmileSlice slice, int index, SmileEstimate naive, double scatter, SmileResidualOptions settings)
    {
        var score = slice.Scores[index];
        if (score >= settings.Threshold)
        {
            return "moved with the culprit, which stands out further";
        }

        var residual = Math.Abs(slice.Points[index].Volatility - slice.Estimates[index].Volatility);
        var naiveScore = naive.IsDefined
            ? SmileResidualEvidence.ScoreOf(
                slice.Points[index].Volatility - naive.Volatility, slice.HalfWidth(index, settings), 0, Math.Min(scatter, slice.Scatter), settings.UncertaintyFactor)
            : score;
        return naiveScore >= settings.Threshold
            ? string.Create(CultureInfo.InvariantCulture, $"only the culprit bends its neighbourhood: score {naiveScore:0.0} with it in the fit, {score:0.0} without")
            : residual <= slice.HalfWidth(index, settings)
                ? "the smile passes inside its bid-ask volatilities"
                : "outside its bid-ask volatilities, but within the smile's uncertainty";
    }
}
