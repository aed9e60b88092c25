using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Quant.Statistics;

namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>
/// Compares the broker's implied volatilities with ours. Both may count time or rates differently, so what all contracts of an expiry
/// share is taken out first and only a contract that differs from the others is at fault.
/// </summary>
internal sealed class VendorVolatilities
{
    private const int ContractsMin = 5;
    private const double DeltaMin = 0.1;
    private const double RelativeWidthMax = 0.1;
    private double[] _ratios = [];
    private double? _common;

    /// <summary>Looks at an expiry.</summary>
    public void Step(ExpiryFrame frame)
    {
        if (_ratios.Length < frame.Options.Length)
        {
            _ratios = new double[frame.Options.Length];
        }

        var count = 0;
        foreach (var option in frame.Options)
        {
            if (LogRatio(option) is { } ratio)
            {
                _ratios[count++] = ratio;
            }
        }

        _common = count < ContractsMin ? null : RobustStatistics.Median(_ratios.AsSpan(0, count));
    }

    /// <summary>The reading of one contract of the expiry looked at last.</summary>
    public FaultReading? Check(OptionFrame option, DataQualityOptions options) =>
        _common is { } common && LogRatio(option) is { } ratio
            ? new(DataFault.CorruptVolatility, Math.Abs(ratio - common), 0, Math.Log(options.VendorVolatilityRatio))
            : null;

    // Far from the money, or where the spread is wide, two sound figures may differ by more than any limit.
    private static double? LogRatio(OptionFrame option) =>
        option is { Quote.ImpliedVolatility: { } vendor and > 0, MidVolatility: { } own, BidVolatility: { } low, AskVolatility: { } high, Delta: { } delta }
            && double.IsFinite(vendor) && Math.Abs(delta) is >= DeltaMin and <= 1 - DeltaMin && high - low <= RelativeWidthMax * own
            ? Math.Log(vendor / own)
            : null;
}
