using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection.DataQuality;
using SpyOptions.Bot.Detection.Episodes;
using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Bot.Detection.SmileResidual;
using SpyOptions.Bot.Detection.VolumeSurge;
using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection;

/// <summary>Runs the detectors over one expiry and turns what they find into signals. Belongs to one thread; knows no queue.</summary>
internal sealed class DetectionPipeline : IFindings
{
    private readonly IDetector[] _detectors;
    private readonly DetectionOptions _options;
    private readonly TimeProvider _time;
    private readonly BotMetrics _metrics;
    private readonly DetectionMetrics _own;
    private readonly ISignalSink _sink;
    private readonly ILogger<DetectionPipeline> _logger;
    private readonly EpisodeTracker _episodes;
    private readonly SignalBudget _budget;
    private readonly SignalFactory _signals;
    private readonly long _startedAt;
    private ExpiryFrame? _frame;
    private OptionQuote _tick;
    private Episode? _episode;

    /// <summary>Makes the pipeline. Data quality comes first: it gates the others.</summary>
    public DetectionPipeline(
        DataQualityDetector dataQuality, SmileResidualDetector smileResidual, VolumeSurgeDetector volumeSurge, IOptions<DetectionOptions> options,
        TimeProvider time, BotMetrics metrics, DetectionMetrics own, ISignalSink sink, ILogger<DetectionPipeline> logger)
    {
        _detectors = [dataQuality, smileResidual, volumeSurge];
        _options = options.Value;
        _time = time;
        _metrics = metrics;
        _own = own;
        _sink = sink;
        _logger = logger;
        _episodes = new EpisodeTracker(_options, time);
        _budget = new SignalBudget(_options.SignalsPerMinuteMax);
        _signals = new SignalFactory(_options, time);
        _startedAt = time.GetTimestamp();
    }

    /// <summary>Steps every detector over an expiry. A failure is counted and logged, never thrown.</summary>
    /// <param name="frame">The expiry.</param>
    /// <param name="tick">Newest of the quotes that changed.</param>
    public void Step(ExpiryFrame frame, in OptionQuote tick)
    {
        var begun = _time.GetTimestamp();
        try
        {
            _frame = frame;
            _tick = tick;
            frame.Refresh(_options);
            if (frame is { Spot: not null, MarketAt: not null })
            {
                var at = _time.GetElapsedTime(_startedAt, begun);
                foreach (var detector in _detectors)
                {
                    detector.Step(frame, at, this);
                }
            }
        }
#pragma warning disable CA1031 // Whatever goes wrong with one expiry must not end detection for all of them.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _metrics.Errors.Add(BotErrors.Detection);
            _logger.DetectorFailed(exception, frame.Expiry, _metrics.Errors.Read(BotErrors.Detection));
        }

        _own.RecordChain(_time.GetElapsedTime(begun));
    }

    /// <summary>Forgets the contracts that are no longer listed.</summary>
    public void Retain(IReadOnlySet<int> conIds)
    {
        foreach (var detector in _detectors)
        {
            detector.Retain(conIds);
        }
    }

    /// <inheritdoc />
    public bool Wants(OptionFrame option, SignalKind kind, double score, double threshold, int aspect)
    {
        if (!double.IsFinite(score))
        {
            _own.SignalsUndefined.Add(kind.ToString());
            return false;
        }

        var severity = SeverityScale.Of(score, threshold);
        var at = _time.GetElapsedTime(_startedAt);
        (_episode, var due) = _episodes.Observe(kind, option.Contract.ConId, aspect, severity, at);
        if (!due)
        {
            return false;
        }

        EpisodeTracker.MarkOffered(_episode, severity);
        if (_episode.IsAdmitted || _budget.TryTake(kind, at))
        {
            _episode.IsAdmitted = true;
            return true;
        }

        _own.SignalsSuppressed.Add(kind.ToString());
        _logger.BudgetSpentOnce(_options.SignalsPerMinuteMax, kind, _own.SignalsSuppressed.Read(kind.ToString()));
        return false;
    }

    /// <inheritdoc />
    public void Add(Finding finding)
    {
        if (_frame is not { } frame || _episode is not { } episode)
        {
            return;
        }

        var kind = finding.Evidence.Kind.ToString();
        if (!finding.Evidence.IsFinite)
        {
            _own.SignalsUndefined.Add(kind);
            return;
        }

        // The culprit's own tick when it is the news of this step, else the tick that made the step.
        var tick = finding.Option.Quote.ReceivedTimestamp >= _tick.ReceivedTimestamp ? finding.Option.Quote : _tick;
        var signal = _signals.Make(finding, frame, episode, tick);
        _metrics.AnomaliesDetected.Add(kind);
        _sink.Emit(signal);
        _logger.SignalMade(kind, signal.Contract.ConId, signal.Summary, signal.Score, signal.RepeatCount);
    }
}
