using Microsoft.AspNetCore.Components;
using SpyOptions.Contracts.Signals;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Dashboard.Panels;

/// <summary>The parts of a score as bars and numbers, with their sum beside the score.</summary>
public partial class ContributionPanel
{
    private const double Tolerance = 1e-6;

    /// <summary>The signal.</summary>
    [Parameter, EditorRequired]
    public Signal Signal { get; set; } = default!;

    private double Sum => Signal.Contributions.Sum(part => part.Amount);

    private bool SumsUp => Math.Abs(Sum - Signal.Score) <= Tolerance * Math.Max(1, Math.Abs(Signal.Score));

    private string Verdict => SumsUp
        ? $"The parts sum to the score, {Show.Number(Signal.Score, "0.00")}; the threshold is {Show.Number(Signal.Threshold, "0.00")} {Signal.ScoreUnit}."
        : $"The parts sum to {Show.Number(Sum, "0.00")}, but the score is {Show.Number(Signal.Score, "0.00")}: the signal contradicts itself.";

    private double Low => Math.Min(0, Signal.Contributions.Select(part => part.Amount).DefaultIfEmpty(0).Min());

    private double High => Math.Max(Math.Max(Sum, Signal.Threshold), Signal.Contributions.Select(part => part.Amount).DefaultIfEmpty(0).Max());

    private string At(double value) => $"{Show.Number(100 * (value - Low) / Math.Max(High - Low, double.Epsilon), "0.##")}%";

    private string Place(double amount) => $"left:{At(Math.Min(0, amount))};width:calc({At(Math.Max(0, amount))} - {At(Math.Min(0, amount))})";
}
