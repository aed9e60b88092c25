using System.Globalization;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>Why a quote cannot be trusted: every fault with what was measured, what is usual and the limit.</summary>
internal sealed record DataQualityEvidence : Evidence
{
    private const string ThresholdName = "threshold";

    /// <summary>The faults, at least one.</summary>
    public required IReadOnlyList<FaultReading> Faults { get; init; }

    /// <inheritdoc />
    public override SignalKind Kind => SignalKind.DataQuality;

    /// <inheritdoc />
    public override double Baseline => Faults.Sum(fault => fault.Normal / fault.Limit);

    /// <inheritdoc />
    public override string ScoreUnit => "times the limit";

    /// <inheritdoc />
    public override IReadOnlyList<ScoreContribution> Contributions => [.. Faults.Select(fault => new ScoreContribution(Words(fault.Fault), fault.Ratio))];

    /// <inheritdoc />
    public override IReadOnlyList<SignalInput> Inputs =>
    [
        .. Faults.SelectMany(fault => (IEnumerable<SignalInput>)
        [
            new(Name(fault.Fault, "Measured"), fault.Measured, fault.Unit),
            new(Name(fault.Fault, "Normal"), fault.Normal, fault.Unit),
            new(Name(fault.Fault, "Limit"), fault.Limit, fault.Unit),
        ]),
        new(ThresholdName, Threshold, ScoreUnit),
    ];

    /// <inheritdoc />
    public override string Summarize(OptionContract contract) => string.Join("; ", Faults.Select(Sentence));

    /// <summary>Rebuilds the evidence from a signal's inputs.</summary>
    public static DataQualityEvidence From(SignalInputs inputs) => new()
    {
        Threshold = inputs[ThresholdName],
        Faults = [.. Enum.GetValues<DataFault>().Where(fault => inputs.Find(Name(fault, "Measured")) is not null).Select(fault =>
            new FaultReading(fault, inputs[Name(fault, "Measured")], inputs[Name(fault, "Normal")], inputs[Name(fault, "Limit")]))],
    };

    private static string Name(DataFault fault, string part)
    {
        var name = fault.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..] + part;
    }

    private static string Words(DataFault fault) => fault switch
    {
        DataFault.Crossed => "bid above ask",
        DataFault.Locked => "bid equal to ask",
        DataFault.ZeroBid => "no bid where the neighbours are bid",
        DataFault.SpreadBlowOut => "spread wider than usual",
        DataFault.Stale => "silent while the underlying moved",
        DataFault.Impossible => "price outside every model's bounds",
        _ => "broker's volatility does not fit the quote",
    };

    private static string Sentence(FaultReading fault) => string.Create(CultureInfo.InvariantCulture, $"{Words(fault.Fault)}: {Amount(fault.Measured, fault.Unit)}, limit {Amount(fault.Limit, fault.Unit == "USD" ? "USD" : "")}");

    private static string Amount(double value, string unit) => unit == "USD"
        ? $"${value.ToString(value < 0.1 ? "0.00##" : "0.00", CultureInfo.InvariantCulture)}"
        : string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}").TrimEnd();
}
