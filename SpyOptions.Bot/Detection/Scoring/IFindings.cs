using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Scoring;

/// <summary>Takes what detectors find. Asking first keeps a claim that merely goes on from being explained again at every tick.</summary>
internal interface IFindings
{
    /// <summary>Counts a claim.</summary>
    /// <param name="option">The culprit.</param>
    /// <param name="kind">What is claimed.</param>
    /// <param name="score">Its score.</param>
    /// <param name="threshold">The score from which it fires, above 0.</param>
    /// <param name="aspect">Tells claims of one kind apart that have nothing to do with each other: each has its own episode.</param>
    /// <returns>Whether its evidence is wanted now.</returns>
    bool Wants(OptionFrame option, SignalKind kind, double score, double threshold, int aspect = 0);

    /// <summary>Takes the evidence of a claim that was wanted.</summary>
    void Add(Finding finding);
}
