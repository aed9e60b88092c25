using System.Globalization;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.VolumeSurge;

/// <summary>How far a contract's volume lies above what this minute and its delta bucket explain.</summary>
internal sealed record VolumeSurgeEvidence : Evidence
{
    /// <summary>Contracts traded in the window.</summary>
    public required double Contracts { get; init; }

    /// <summary>Contracts expected in the window.</summary>
    public required double ExpectedContracts { get; init; }

    /// <summary>Contracts added to both.</summary>
    public required double PseudoContracts { get; init; }

    /// <summary>Standard deviation of the logarithm of volume.</summary>
    public required double Dispersion { get; init; }

    /// <summary>Premium of the window at the mid, USD.</summary>
    public required double PremiumUsd { get; init; }

    /// <summary>Premium that adds nothing, USD.</summary>
    public required double PremiumUsdTypical { get; init; }

    /// <summary>Most that the premium adds.</summary>
    public required double PremiumWeight { get; init; }

    /// <summary>Minutes that the window stands for.</summary>
    public required double WindowMinutes { get; init; }

    /// <summary>Minutes since the open.</summary>
    public required double MinuteOfSession { get; init; }

    /// <summary>Median over the expiry's contracts of volume over expectation, at least 1; the expectation has been raised by it.</summary>
    public required double ExpiryFactor { get; init; }

    /// <inheritdoc />
    public override SignalKind Kind => SignalKind.VolumeSurge;

    /// <inheritdoc />
    public override double Baseline => 0;

    /// <inheritdoc />
    public override string ScoreUnit => "standard deviations of ln(volume)";

    /// <inheritdoc />
    public override IReadOnlyList<ScoreContribution> Contributions =>
    [
        new("contracts against the usual minute", ContractsPart(Contracts, ExpectedContracts, PseudoContracts, Dispersion)),
        new("premium", PremiumPart(PremiumUsd, PremiumUsdTypical, PremiumWeight)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<SignalInput> Inputs =>
    [
        new("contracts", Contracts, "contracts"),
        new("expectedContracts", ExpectedContracts, "contracts"),
        new("pseudoContracts", PseudoContracts, "contracts"),
        new("dispersion", Dispersion, "ln(volume)"),
        new("premium", PremiumUsd, "USD"),
        new("premiumTypical", PremiumUsdTypical, "USD"),
        new("premiumWeight", PremiumWeight, ScoreUnit),
        new("windowMinutes", WindowMinutes, "minutes"),
        new("minuteOfSession", MinuteOfSession, "minutes"),
        new("expiryFactor", ExpiryFactor, "times"),
        new("threshold", Threshold, ScoreUnit),
    ];

    /// <summary>The score, without making evidence of it.</summary>
    public static double ScoreOf(double contracts, double expected, double dispersion, double premium, VolumeSurgeOptions options) =>
        ContractsPart(contracts, expected, options.PseudoContracts, dispersion) + PremiumPart(premium, options.PremiumUsdTypical, options.PremiumWeight);

    /// <inheritdoc />
    public override string Summarize(OptionContract contract) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Contracts:#,0} contracts (${PremiumUsd:#,0}) in {WindowMinutes:0.#} min; {ExpectedContracts:#,0} are usual");

    /// <summary>Rebuilds the evidence from a signal's inputs.</summary>
    public static VolumeSurgeEvidence From(SignalInputs inputs) => new()
    {
        Contracts = inputs["contracts"],
        ExpectedContracts = inputs["expectedContracts"],
        PseudoContracts = inputs["pseudoContracts"],
        Dispersion = inputs["dispersion"],
        PremiumUsd = inputs["premium"],
        PremiumUsdTypical = inputs["premiumTypical"],
        PremiumWeight = inputs["premiumWeight"],
        WindowMinutes = inputs["windowMinutes"],
        MinuteOfSession = inputs["minuteOfSession"],
        ExpiryFactor = inputs["expiryFactor"],
        Threshold = inputs["threshold"],
    };

    private static double ContractsPart(double contracts, double expected, double pseudo, double dispersion) =>
        Math.Log((contracts + pseudo) / (expected + pseudo)) / dispersion;

    private static double PremiumPart(double premium, double typical, double weight) =>
        weight * (premium > 0 ? Math.Clamp(Math.Log10(premium / typical), -1, 1) : -1);
}
