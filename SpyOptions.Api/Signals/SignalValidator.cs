using System.Diagnostics;
using Microsoft.Extensions.Options;
using SpyOptions.Api.Problems;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Signals;

/// <summary>Says whether a batch may be stored. A batch is stored whole or not at all; every bad signal is named by its index.</summary>
internal sealed class SignalValidator(IOptions<ApiOptions> options, TimeProvider time)
{
    private const double SumTolerance = 1e-9;
    private const int InputsMax = 128;
    private const int ContributionsMax = 64;
    private const int LegsMax = 32;
    private const int NearMissesMax = 32;
    private const int TextMax = 1000;
    private const int NameMax = 200;

    /// <summary>Errors of a batch; none when it may be stored.</summary>
    public IReadOnlyList<FieldError> Check(SignalBatch batch)
    {
        var checks = new SignalChecks();
        if (!checks.List(batch.Signals, 1, SignalBatch.CountMax, "signals"))
        {
            return checks.Errors;
        }

        var nowAndSkew = time.GetUtcNow().AddSeconds(options.Value.ClockSkewSecondsMax);
        for (var index = 0; index < batch.Signals.Count; index++)
        {
            Check(checks, batch.Signals[index], $"signals[{index}]", nowAndSkew);
        }

        return checks.Errors;
    }

    private static void Check(SignalChecks checks, Signal signal, string at, DateTimeOffset nowAndSkew)
    {
        checks.Require(signal.Id != Guid.Empty, $"{at}.id", "must not be empty.");
        checks.Require(signal.EpisodeId != Guid.Empty, $"{at}.episodeId", "must not be empty.");
        checks.Require(signal.RepeatCount >= 1, $"{at}.repeatCount", "must be at least 1.");
        checks.Known(signal.Kind, $"{at}.kind");
        checks.Known(signal.Severity, $"{at}.severity");
        CheckContract(checks, signal.Contract, $"{at}.contract");
        checks.Text(signal.Summary, TextMax, $"{at}.summary");
        checks.Text(signal.ScoreUnit, NameMax, $"{at}.scoreUnit");
        checks.Text(signal.Source, NameMax, $"{at}.source");
        checks.Finite(signal.Threshold, $"{at}.threshold");
        checks.Finite(signal.Baseline, $"{at}.baseline");
        checks.Require(double.IsFinite(signal.Spot) && signal.Spot > 0, $"{at}.spot", "must be a positive number.");
        checks.Require(signal.Delta is null or (>= -1 and <= 1), $"{at}.delta", "must lie from -1 to 1.");
        checks.Require(ActivityContext.TryParse(signal.TraceParent, null, out _), $"{at}.traceParent", "must be a W3C traceparent.");
        CheckScore(checks, signal, at);
        CheckLists(checks, signal, at);
        CheckTimes(checks, signal, at, nowAndSkew);
    }

    private static void CheckContract(SignalChecks checks, OptionContract contract, string at)
    {
        checks.Require(contract.ConId > 0, $"{at}.conId", "must be positive.");
        checks.Text(contract.Underlying, 16, $"{at}.underlying");
        checks.Require(contract.Strike is > 0 and <= 1_000_000, $"{at}.strike", "must be positive and at most 1,000,000.");
        checks.Require(contract.Expiry.Year is >= 2000 and < 2100, $"{at}.expiry", "must lie from 2000 to 2099.");
        checks.Known(contract.Right, $"{at}.right");
    }

    private static void CheckScore(SignalChecks checks, Signal signal, string at)
    {
        checks.Finite(signal.Score, $"{at}.score");
        checks.Require(!(signal.Score < signal.Threshold), $"{at}.score", "must be at least the threshold.");
        if (!checks.List(signal.Contributions, 1, ContributionsMax, $"{at}.contributions"))
        {
            return;
        }

        for (var index = 0; index < signal.Contributions.Count; index++)
        {
            checks.Text(signal.Contributions[index].Name, NameMax, $"{at}.contributions[{index}].name");
            checks.Finite(signal.Contributions[index].Amount, $"{at}.contributions[{index}].amount");
        }

        var sum = signal.Contributions.Sum(contribution => contribution.Amount);
        var scale = Math.Max(Math.Abs(signal.Score), signal.Contributions.Sum(contribution => Math.Abs(contribution.Amount)));
        checks.Require(
            !double.IsFinite(sum) || !double.IsFinite(signal.Score) || Math.Abs(sum - signal.Score) <= SumTolerance * scale,
            $"{at}.score",
            "must be the sum of the contributions.");
    }

    private static void CheckLists(SignalChecks checks, Signal signal, string at)
    {
        if (checks.List(signal.Inputs, 0, InputsMax, $"{at}.inputs"))
        {
            for (var index = 0; index < signal.Inputs.Count; index++)
            {
                checks.Text(signal.Inputs[index].Name, NameMax, $"{at}.inputs[{index}].name");
                checks.Finite(signal.Inputs[index].Value, $"{at}.inputs[{index}].value");
                checks.Require(signal.Inputs[index].Unit.Length <= NameMax, $"{at}.inputs[{index}].unit", $"must have at most {NameMax} characters.");
            }
        }

        if (checks.List(signal.Legs, 0, LegsMax, $"{at}.legs"))
        {
            for (var index = 0; index < signal.Legs.Count; index++)
            {
                CheckContract(checks, signal.Legs[index].Contract, $"{at}.legs[{index}].contract");
                checks.Finite(signal.Legs[index].ImpliedVolatility, $"{at}.legs[{index}].impliedVolatility");
                checks.Require(double.IsFinite(signal.Legs[index].AgeMs), $"{at}.legs[{index}].ageMs", "must be a finite number.");
            }
        }

        if (checks.List(signal.NearMisses, 0, NearMissesMax, $"{at}.nearMisses"))
        {
            for (var index = 0; index < signal.NearMisses.Count; index++)
            {
                CheckContract(checks, signal.NearMisses[index].Contract, $"{at}.nearMisses[{index}].contract");
                checks.Finite(signal.NearMisses[index].Score, $"{at}.nearMisses[{index}].score");
                checks.Text(signal.NearMisses[index].Reason, TextMax, $"{at}.nearMisses[{index}].reason");
            }
        }
    }

    private static void CheckTimes(SignalChecks checks, Signal signal, string at, DateTimeOffset nowAndSkew)
    {
        checks.Time(signal.MarketAt, $"{at}.marketAt");
        checks.Time(signal.ExpiresAt, $"{at}.expiresAt");
        checks.PastTime(signal.ObservedAt, nowAndSkew, $"{at}.observedAt");
        checks.PastTime(signal.DetectedAt, nowAndSkew, $"{at}.detectedAt");
        checks.Require(signal.DetectedAt >= signal.ObservedAt, $"{at}.detectedAt", "must not be before observedAt.");
        if (signal.PublishedAt is { } publishedAt)
        {
            checks.PastTime(publishedAt, nowAndSkew, $"{at}.publishedAt");
        }

        // A replay's market clock is not ours, and a claim may expire by either.
        checks.Require(signal.ExpiresAt > signal.MarketAt || signal.ExpiresAt > signal.DetectedAt, $"{at}.expiresAt", "must be after marketAt or detectedAt.");
    }
}
