using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>
/// Finds quotes that cannot be trusted and gates every other detector: they look only at options that it has marked as trusted in the same step.
/// It misses: a wrong price inside a plausible spread (the smile finds that), and a stale quote while the underlying stands still.
/// </summary>
internal sealed class DataQualityDetector(IOptions<DataQualityOptions> options) : IDetector
{
    private const double Threshold = 1;
    private readonly DataQualityOptions _options = options.Value;
    private readonly ContractStates<QuoteHistory> _histories = new();
    private readonly VendorVolatilities _vendor = new();
    private readonly List<FaultReading> _faults = new(Enum.GetValues<DataFault>().Length);

    /// <inheritdoc />
    public void Step(ExpiryFrame frame, TimeSpan at, IFindings findings)
    {
        _vendor.Step(frame);
        foreach (var option in frame.Options)
        {
            if (option.HasBook)
            {
                Step(frame, option, at, findings);
            }
            else if (_histories.Contains(option))
            {
                _histories[option].Interrupt();
            }
        }
    }

    /// <inheritdoc />
    public void Retain(IReadOnlySet<int> conIds) => _histories.Retain(conIds);

    private void Step(ExpiryFrame frame, OptionFrame option, TimeSpan at, IFindings findings)
    {
        var history = _histories[option];
        history.Observe(option);
        Collect(frame, option, history);
        option.IsTrusted = option.HasTwoSides && !HasGatingFault();
        if (_faults.Count == 0)
        {
            history.Learn(option, at);
        }

        if (history.Confirm(_faults.Count > 0, at, _options) && findings.Wants(option, SignalKind.DataQuality, Score(), Threshold, (int)_faults[0].Fault))
        {
            findings.Add(new Finding(option, new DataQualityEvidence { Threshold = Threshold, Faults = [.. _faults] }, NearMisses(frame, option)));
        }
    }

    private void Collect(ExpiryFrame frame, OptionFrame option, QuoteHistory history)
    {
        var sameRight = frame.SameRight(option);
        _faults.Clear();
        AddIfFault(FaultChecks.Crossed(option, _options));
        AddIfFault(FaultChecks.Locked(option));
        AddIfFault(FaultChecks.ZeroBid(option, sameRight, _options));
        AddIfFault(FaultChecks.Spread(option, sameRight, history, _options));
        AddIfFault(FaultChecks.Stale(option, sameRight, frame.Spot, history, _options));
        AddIfFault(FaultChecks.Impossible(option, frame.Spot, _options));
        AddIfFault(_vendor.Check(option, _options));
    }

    private List<NearMiss> NearMisses(ExpiryFrame frame, OptionFrame culprit)
    {
        var sameRight = frame.SameRight(culprit);
        var misses = new List<NearMiss>(2);
        foreach (var index in (ReadOnlySpan<int>)[culprit.Index - 1, culprit.Index + 1])
        {
            if (index >= 0 && index < sameRight.Length && sameRight[index].HasBook)
            {
                var neighbour = sameRight[index];
                var spread = FaultChecks.Spread(neighbour, sameRight, _histories[neighbour], _options)?.Ratio ?? 0;
                misses.Add(new NearMiss(neighbour.Contract, double.IsFinite(spread) ? spread : 0, neighbour.HasTwoSides ? "its quote has two sides and a usual spread" : "its quote is not judged against this one"));
            }
        }

        return misses;
    }

    private double Score()
    {
        double score = 0;
        foreach (var fault in _faults)
        {
            score += fault.Ratio;
        }

        return score;
    }

    // A wrong figure of the broker's model says nothing about the quote, which is all that the others use.
    private bool HasGatingFault()
    {
        foreach (var fault in _faults)
        {
            if (fault.Fault != DataFault.CorruptVolatility)
            {
                return true;
            }
        }

        return false;
    }

    private void AddIfFault(FaultReading? reading)
    {
        if (reading is { IsFault: true } fault)
        {
            _faults.Add(fault);
        }
    }
}
