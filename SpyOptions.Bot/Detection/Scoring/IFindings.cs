using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Scoring;

/// <summary>Takes what detectors find. Asking first keeps a claim that merely goes on from being explained again at every tick.</summary>
internal interface IFindings
{
    /// <summary>Counts a claim.</summary>
    /// <returns>Whether its evidence is wanted now.</returns>
    bool Wants(OptionFrame option, SignalKind kind, double score, double threshold);

    /// <summary>Takes the evidence of a claim that was wanted.</summary>
    void Add(Finding finding);
}
