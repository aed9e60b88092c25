using System.Diagnostics;
using SpyOptions.Bot.Detection.Episodes;
using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection;

/// <summary>Makes a signal of a finding.</summary>
/// <param name="options">Life and source of signals.</param>
/// <param name="time">The process's clock.</param>
internal sealed class SignalFactory(DetectionOptions options, TimeProvider time)
{
    /// <summary>Makes the signal; its trace begins at the tick.</summary>
    /// <param name="finding">What was found. Its evidence is finite.</param>
    /// <param name="frame">The expiry; its spot and market time are known.</param>
    /// <param name="episode">The episode it belongs to.</param>
    /// <param name="tick">The quote that led to it.</param>
    public Signal Make(Finding finding, ExpiryFrame frame, Episode episode, in OptionQuote tick)
    {
        // The wall clock may have been set back since the tick.
        var now = time.GetUtcNow();
        now = now < tick.ObservedAt ? tick.ObservedAt : now;
        using var activity = BotTracing.StartAtTick(tick);
        var evidence = finding.Evidence;
        activity?.SetTag("signal.kind", evidence.Kind.ToString());
        activity?.SetTag("signal.conid", finding.Option.Contract.ConId);
        return new Signal
        {
            Id = Guid.CreateVersion7(now),
            EpisodeId = episode.Id,
            RepeatCount = episode.RepeatCount,
            Kind = evidence.Kind,
            Severity = SeverityScale.Of(evidence.Score, evidence.Threshold),
            Contract = finding.Option.Contract,
            Summary = evidence.Summarize(finding.Option.Contract),
            Score = evidence.Score,
            Threshold = evidence.Threshold,
            Baseline = evidence.Baseline,
            ScoreUnit = evidence.ScoreUnit,
            Spot = frame.Spot.GetValueOrDefault(),
            Delta = finding.Option.Delta,
            Inputs = evidence.Inputs,
            Contributions = evidence.Contributions,
            Legs = [finding.Option.ToLeg(now)],
            NearMisses = finding.NearMisses,
            MarketAt = frame.MarketAt.GetValueOrDefault().ToUniversalTime(),
            ObservedAt = tick.ObservedAt,
            DetectedAt = now,
            ExpiresAt = now + options.SignalLife,
            TraceParent = activity?.Id ?? NewTraceParent(),
            Source = options.Source,
        };
    }

    // Nobody listens, but the API may: its spans then share a trace of their own.
    private static string NewTraceParent() => $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00";
}
