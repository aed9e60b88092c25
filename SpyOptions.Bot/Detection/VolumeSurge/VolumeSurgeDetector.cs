using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Contracts.Signals;
using SpyOptions.Quant.Statistics;

namespace SpyOptions.Bot.Detection.VolumeSurge;

/// <summary>
/// Finds contracts that trade far more than this minute of the day, their delta bucket, their own past and the rest of their expiry explain.
/// It misses: blocks split over many strikes (each stays small), and surges of a whole expiry, which raise the expectation of all its contracts.
/// </summary>
internal sealed class VolumeSurgeDetector(IOptions<VolumeSurgeOptions> options) : IDetector
{
    private const double LearnedTimesMax = 5;
    private const double ExpiryFactorMax = 50;
    private const double Multiplier = 100;
    private const int ContractsForFactorMin = 5;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly VolumeSurgeOptions _options = options.Value;
    private readonly VolumeBaselines _baselines = new();
    private readonly ContractStates<VolumeHistory> _histories = new();
    private readonly Dictionary<DateOnly, FrameRhythm> _rhythms = [];
    private double[] _ratios = [];

    /// <inheritdoc />
    public void Step(ExpiryFrame frame, TimeSpan at, IFindings findings)
    {
        if (frame is not { IsPriced: true, MarketAt: { } marketAt } || SessionShape.MinuteOfSession(marketAt) is not { } minute)
        {
            return;
        }

        var rhythm = Rhythm(frame.Expiry);
        rhythm.Step(marketAt);
        var shape = SessionShape.Factor(minute);
        var factor = ExpiryFactor(frame, marketAt, rhythm, shape);
        foreach (var option in frame.Options)
        {
            if (option is { HasBook: true, Quote.Volume: { } volume, Delta: { } delta })
            {
                Step(new Sample(frame, option, marketAt, minute, shape, VolumeBaselines.Bucket(delta, frame.Years), factor), volume, rhythm, findings);
            }
        }
    }

    /// <inheritdoc />
    public void Retain(IReadOnlySet<int> conIds) => _histories.Retain(conIds);

    private void Step(in Sample sample, long volume, FrameRhythm rhythm, IFindings findings)
    {
        var history = _histories[sample.Option];
        var minutes = WindowMinutes(history, sample.MarketAt, rhythm);
        CloseInterval(sample, history, rhythm);
        if (history.Observe(volume, sample.MarketAt) == 0)
        {
            return;
        }

        var evidence = Judge(sample, history, minutes);
        if (!rhythm.IsCatchingUp(sample.MarketAt))
        {
            history.MarkTraded(sample.MarketAt);
        }

        history.MarkCaughtUp(sample.MarketAt, minutes);

        if (evidence is { } claim && findings.Wants(sample.Option, SignalKind.VolumeSurge, claim.Score, _options.Threshold))
        {
            findings.Add(new Finding(sample.Option, claim, NearMisses(sample)));
        }
    }

    private VolumeSurgeEvidence? Judge(in Sample sample, VolumeHistory history, double minutes)
    {
        var contracts = history.WindowContracts;
        var option = sample.Option;
        var premium = contracts * option.Mid * Multiplier;
        if (sample.MarketAt - history.FirstAt < _options.WarmUp || contracts < _options.ContractsMin || !option.IsTrusted || premium < _options.PremiumUsdMin)
        {
            return null;
        }

        var own = history.ExpectedRate(_baselines.Rate(sample.Bucket)) * sample.Shape * minutes;
        var factor = sample.ExpiryFactor;
        var dispersion = Math.Max(_baselines.Dispersion(sample.Bucket, history.OwnShare), _options.DispersionMin);
        return VolumeSurgeEvidence.ScoreOf(contracts, own * factor, dispersion, premium, _options) < _options.Threshold ? null : new VolumeSurgeEvidence
        {
            Threshold = _options.Threshold,
            Contracts = contracts,
            ExpectedContracts = own * factor,
            PseudoContracts = _options.PseudoContracts,
            Dispersion = dispersion,
            PremiumUsd = premium,
            PremiumUsdTypical = _options.PremiumUsdTypical,
            PremiumWeight = _options.PremiumWeight,
            WindowMinutes = minutes,
            MinuteOfSession = sample.Minute,
            ExpiryFactor = factor,
        };
    }

    /// <summary>How much busier than usual the whole expiry is: a median, so that a burst in one contract does not hide one in another.</summary>
    private double ExpiryFactor(ExpiryFrame frame, DateTimeOffset marketAt, FrameRhythm rhythm, double shape)
    {
        if (_ratios.Length < frame.Options.Length)
        {
            _ratios = new double[frame.Options.Length];
        }

        var count = 0;
        foreach (var option in frame.Options)
        {
            if (option is { HasBook: true, Delta: { } delta } && _histories.Contains(option) && _histories[option] is { HasStarted: true } history)
            {
                var expected = history.ExpectedRate(_baselines.Rate(VolumeBaselines.Bucket(delta, frame.Years))) * shape * WindowMinutes(history, marketAt, rhythm);
                _ratios[count++] = (history.WindowContracts + _options.PseudoContracts) / (expected + _options.PseudoContracts);
            }
        }

        return count < ContractsForFactorMin ? 1 : Math.Clamp(RobustStatistics.Median(_ratios.AsSpan(0, count)) ?? 1, 1, ExpiryFactorMax);
    }

    private void CloseInterval(in Sample sample, VolumeHistory history, FrameRhythm rhythm)
    {
        // What traded while it was not seen is not counted yet: that time must not be learned as quiet.
        var until = sample.MarketAt - history.SeenAt >= Minute ? history.SeenAt : sample.MarketAt;
        if (!history.HasStarted || until - history.IntervalFrom < Minute || (until == sample.MarketAt && rhythm.IsCatchingUp(sample.MarketAt)))
        {
            return;
        }

        var minutes = (until - history.IntervalFrom).TotalMinutes;
        var expected = history.ExpectedRate(_baselines.Rate(sample.Bucket));
        var rate = Math.Min(history.IntervalContracts / (minutes * sample.Shape), LearnedTimesMax * (expected + _options.PseudoContracts));
        var pseudo = _options.PseudoContracts;
        var surprise = Math.Log((history.IntervalContracts + pseudo) / ((expected * sample.Shape * minutes) + pseudo));
        _baselines.Learn(sample.Bucket, rate, surprise);
        history.Close(rate, minutes, until);
    }

    private static double WindowMinutes(VolumeHistory history, DateTimeOffset marketAt, FrameRhythm rhythm)
    {
        if (!history.HasStarted)
        {
            return 1;
        }

        // Not seen itself for a while (its line was elsewhere), or nothing of the expiry was.
        var unseen = (marketAt - history.SeenAt).TotalMinutes;
        var paused = rhythm.IsCatchingUp(marketAt) && history.TradedAt <= rhythm.PauseFrom ? (marketAt - rhythm.PauseFrom).TotalMinutes : 0;
        return Math.Max(history.WindowMinutes(marketAt), Math.Max(unseen, paused));
    }

    private List<NearMiss> NearMisses(in Sample sample)
    {
        var sameRight = sample.Frame.SameRight(sample.Option);
        var misses = new List<NearMiss>(2);
        foreach (var index in (ReadOnlySpan<int>)[sample.Option.Index - 1, sample.Option.Index + 1])
        {
            if (index >= 0 && index < sameRight.Length && sameRight[index] is { Delta: { } delta } neighbour && _histories.Contains(neighbour))
            {
                var history = _histories[neighbour];
                var bucket = VolumeBaselines.Bucket(delta, sample.Frame.Years);
                var expected = history.ExpectedRate(_baselines.Rate(bucket)) * sample.Shape;
                var dispersion = Math.Max(_baselines.Dispersion(bucket, history.OwnShare), _options.DispersionMin);
                var score = VolumeSurgeEvidence.ScoreOf(history.WindowContracts, expected, dispersion, history.WindowContracts * neighbour.Mid * Multiplier, _options);
                misses.Add(new NearMiss(neighbour.Contract, score, VolumeReasons.Of(history.WindowContracts, expected, score, _options)));
            }
        }

        return misses;
    }

    private FrameRhythm Rhythm(DateOnly expiry)
    {
        if (!_rhythms.TryGetValue(expiry, out var rhythm))
        {
            _rhythms[expiry] = rhythm = new FrameRhythm();
        }

        return rhythm;
    }

    private readonly record struct Sample(
        ExpiryFrame Frame, OptionFrame Option, DateTimeOffset MarketAt, double Minute, double Shape, int Bucket, double ExpiryFactor);
}
