using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Bot.Detection.SmileResidual;

/// <summary>The options of an expiry, all or those of one right, that take part in a fit, with the fit. Its buffers grow once and are reused.</summary>
internal sealed class SmileSlice
{
    private SmilePoint[] _points = [];
    private SmileEstimate[] _estimates = [];
    private double[] _scratch = [];
    private double[] _scores = [];
    private OptionFrame[] _options = [];

    /// <summary>Options that take part.</summary>
    public int Count { get; private set; }

    /// <summary>Scatter of the points about the fit, in half widths.</summary>
    public double Scatter { get; private set; }

    /// <summary>The options that take part, by ascending strike.</summary>
    public ReadOnlySpan<OptionFrame> Options => _options.AsSpan(0, Count);

    /// <summary>Their points.</summary>
    public ReadOnlySpan<SmilePoint> Points => _points.AsSpan(0, Count);

    /// <summary>What the others say about each.</summary>
    public ReadOnlySpan<SmileEstimate> Estimates => _estimates.AsSpan(0, Count);

    /// <summary>Score of each; negative infinity where the fit is undefined.</summary>
    public ReadOnlySpan<double> Scores => _scores.AsSpan(0, Count);

    /// <summary>Options that would take part in a fit.</summary>
    public static int CountOf(ExpiryFrame frame, OptionFrame[] options, SmileResidualOptions settings)
    {
        var count = 0;
        foreach (var option in options)
        {
            count += TakesPart(option, frame.Spot, settings) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Fits some options of an expiry.</summary>
    public void Fit(ExpiryFrame frame, OptionFrame[] options, SmileResidualOptions settings, SmileFitOptions fit)
    {
        EnsureCapacity(options.Length);
        Count = 0;
        foreach (var option in options)
        {
            if (TakesPart(option, frame.Spot, settings))
            {
                _options[Count] = option;
                _points[Count++] = new SmilePoint(
                    Math.Log(option.Strike / frame.Forward.Forward), option.MidVolatility!.Value, (option.AskVolatility!.Value - option.BidVolatility!.Value) / 2);
            }
        }

        Scatter = SmileFit.LeaveOneOut(Points, fit, _estimates.AsSpan(0, Count), _scratch);
        for (var i = 0; i < Count; i++)
        {
            _scores[i] = ScoreOf(i, settings);
        }
    }

    /// <summary>Half width of a point, not below its floor.</summary>
    public double HalfWidth(int index, SmileResidualOptions settings) => Math.Max(_points[index].HalfWidth, settings.HalfWidthMin);

    private double ScoreOf(int index, SmileResidualOptions settings)
    {
        var estimate = _estimates[index];
        return estimate.IsDefined
            ? SmileResidualEvidence.ScoreOf(
                _points[index].Volatility - estimate.Volatility, HalfWidth(index, settings), estimate.Uncertainty, Scatter, settings.UncertaintyFactor)
            : double.NegativeInfinity;
    }

    // A quote that has not yet followed the underlying by more than its half spread would bend the smile.
    private static bool TakesPart(OptionFrame option, double? spot, SmileResidualOptions settings) =>
        option is { IsTrusted: true, MidVolatility: not null, BidVolatility: not null, AskVolatility: not null, Delta: { } delta }
        && Math.Abs(delta) >= settings.DeltaMin && Math.Abs(delta) <= settings.DeltaMax
        && option.LagUsd(spot) <= option.Spread / 2;

    private void EnsureCapacity(int count)
    {
        if (_points.Length < count)
        {
            _points = new SmilePoint[count];
            _estimates = new SmileEstimate[count];
            _scores = new double[count];
            _options = new OptionFrame[count];
            _scratch = new double[SmileFit.ScratchLength(count)];
        }
    }
}
