using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Scoring;

/// <summary>
/// The numbers behind one claim. Score and contributions are functions of these numbers alone, so the inputs of a stored signal rebuild them exactly.
/// </summary>
internal abstract record Evidence
{
    /// <summary>What is claimed.</summary>
    public abstract SignalKind Kind { get; }

    /// <summary>Score from which the detector fires.</summary>
    public required double Threshold { get; init; }

    /// <summary>What counts as normal, in <see cref="ScoreUnit"/>.</summary>
    public abstract double Baseline { get; }

    /// <summary>Unit of score, threshold and baseline in words.</summary>
    public abstract string ScoreUnit { get; }

    /// <summary>Parts of the score.</summary>
    public abstract IReadOnlyList<ScoreContribution> Contributions { get; }

    /// <summary>Everything the score is made from, the threshold included.</summary>
    public abstract IReadOnlyList<SignalInput> Inputs { get; }

    /// <summary>Sum of the contributions, in their order.</summary>
    public double Score => Contributions.Sum(part => part.Amount);

    /// <summary>Whether every number that leaves the process is finite.</summary>
    public bool IsFinite =>
        double.IsFinite(Score) && double.IsFinite(Baseline) && double.IsFinite(Threshold)
        && Contributions.All(part => double.IsFinite(part.Amount)) && Inputs.All(input => double.IsFinite(input.Value));

    /// <summary>One sentence for a person.</summary>
    public abstract string Summarize(OptionContract contract);

    /// <summary>Rebuilds the evidence of a stored signal from its inputs.</summary>
    /// <exception cref="FormatException">An input is missing, or the kind is unknown; the message names it.</exception>
    public static Evidence Rebuild(Signal signal)
    {
        var inputs = new SignalInputs(signal.Inputs);
        return signal.Kind switch
        {
            SignalKind.DataQuality => DataQuality.DataQualityEvidence.From(inputs),
            SignalKind.SmileResidual => SmileResidual.SmileResidualEvidence.From(inputs),
            SignalKind.VolumeSurge => VolumeSurge.VolumeSurgeEvidence.From(inputs),
            _ => throw new FormatException($"No detector makes signals of kind '{signal.Kind}'."),
        };
    }
}
