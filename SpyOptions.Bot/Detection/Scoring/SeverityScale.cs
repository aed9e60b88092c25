using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Scoring;

/// <summary>Turns the ratio of score to threshold into a severity.</summary>
internal static class SeverityScale
{
    private const double MediumRatio = 1.5;
    private const double HighRatio = 3;

    /// <summary>The severity of a score.</summary>
    /// <param name="score">At least the threshold.</param>
    /// <param name="threshold">Above 0.</param>
    public static SignalSeverity Of(double score, double threshold) =>
        score >= HighRatio * threshold ? SignalSeverity.High : score >= MediumRatio * threshold ? SignalSeverity.Medium : SignalSeverity.Low;
}
