using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Contracts.Signals;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Bot.Detection.SmileResidual;

/// <summary>
/// Finds options whose implied volatility lies outside what the other options of the same right and expiry imply, by more than their own
/// bid-ask width and the fit's uncertainty explain. Calls and puts are fitted apart, so that early exercise and a slightly wrong forward
/// cancel; where too few of either are quoted they share one fit. It misses: a whole expiry that moves, and options outside the delta band.
/// </summary>
internal sealed class SmileResidualDetector(IOptions<SmileResidualOptions> settings) : IDetector
{
    private readonly SmileResidualOptions _options = settings.Value;
    private readonly SmileFitOptions _fit = SmileFitOptions.Default with { Neighbours = settings.Value.Neighbours, HalfWidthMin = settings.Value.HalfWidthMin };
    private readonly ContractStates<SmileState> _states = new();
    private readonly SmileSlice _slice = new();

    /// <inheritdoc />
    public void Step(ExpiryFrame frame, TimeSpan at, IFindings findings)
    {
        if (SmileSlice.CountOf(frame, frame.Calls, _options) >= _options.PointsApartMin && SmileSlice.CountOf(frame, frame.Puts, _options) >= _options.PointsApartMin)
        {
            Step(frame, frame.Calls, at, findings);
            Step(frame, frame.Puts, at, findings);
        }
        else
        {
            Step(frame, frame.ByStrike, at, findings);
        }
    }

    /// <inheritdoc />
    public void Retain(IReadOnlySet<int> conIds) => _states.Retain(conIds);

    private void Step(ExpiryFrame frame, OptionFrame[] options, TimeSpan at, IFindings findings)
    {
        var used = 0;
        if (frame.IsPriced)
        {
            _slice.Fit(frame, options, _options, _fit);
            used = _slice.Count;
        }

        for (int i = 0, next = 0; i < options.Length; i++)
        {
            var takesPart = next < used && ReferenceEquals(_slice.Options[next], options[i]);
            var index = takesPart ? next++ : -1;
            var over = takesPart && _slice.Scores[index] >= _options.Threshold && !IsShadow(index);
            if (!over && !_states.Contains(options[i]))
            {
                continue;
            }

            if (_states[options[i]].Confirmation.Step(over, at, _options.ConfirmationsMin, _options.ConfirmationTime)
                && findings.Wants(options[i], SignalKind.SmileResidual, _slice.Scores[index], _options.Threshold))
            {
                findings.Add(new Finding(options[i], Evidence(frame, index), SmileNearMisses.Around(_slice, index, _options, _fit)));
            }
        }
    }

    /// <summary>Whether a stronger claim in the same direction stands within reach: then that one is the culprit.</summary>
    private bool IsShadow(int index)
    {
        var residual = _slice.Points[index].Volatility - _slice.Estimates[index].Volatility;
        var from = Math.Max(0, index - _options.InfluenceStrikes);
        var to = Math.Min(_slice.Count - 1, index + _options.InfluenceStrikes);
        for (var i = from; i <= to; i++)
        {
            if (_slice.Scores[i] > _slice.Scores[index] && Math.Sign(_slice.Points[i].Volatility - _slice.Estimates[i].Volatility) == Math.Sign(residual))
            {
                return true;
            }
        }

        return false;
    }

    private SmileResidualEvidence Evidence(ExpiryFrame frame, int index) => new()
    {
        Threshold = _options.Threshold,
        MidVolatility = _slice.Points[index].Volatility,
        FittedVolatility = _slice.Estimates[index].Volatility,
        HalfWidth = _slice.HalfWidth(index, _options),
        FitUncertainty = _slice.Estimates[index].Uncertainty,
        Scatter = _slice.Scatter,
        UncertaintyFactor = _options.UncertaintyFactor,
        Moneyness = _slice.Points[index].Moneyness,
        Forward = frame.Forward.Forward,
        YearsToExpiry = frame.Years,
        Points = _slice.Estimates[index].Points,
    };

    private sealed class SmileState
    {
        public Confirmation Confirmation;
    }
}
