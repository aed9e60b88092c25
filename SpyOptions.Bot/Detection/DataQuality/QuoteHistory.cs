using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Quant.Statistics;

namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>What is usual for one contract: its spread and the pauses between its quotes, learned as the session goes.</summary>
internal sealed class QuoteHistory
{
    private const int SamplesMin = 30;
    private const double HalfLife = 120;
    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(1);

    private Ewma _logSpread = Ewma.WithHalfLife(HalfLife);
    private Ewma _pauseSeconds = Ewma.WithHalfLife(HalfLife);
    private TimeSpan _sampledAt = TimeSpan.MinValue;
    private DateTimeOffset? _bookAt;
    private Confirmation _confirmation;

    /// <summary>Usual spread, USD; null until enough was seen.</summary>
    public double? Spread => _logSpread.Count >= SamplesMin ? Math.Exp(_logSpread.Mean) : null;

    /// <summary>Usual pause between two quotes, seconds; null until enough was seen.</summary>
    public double? PauseSeconds => _pauseSeconds.Count >= SamplesMin ? _pauseSeconds.Mean : null;

    /// <summary>Notes when the book was observed; time in which the contract had no line is no pause.</summary>
    public void Observe(OptionFrame option)
    {
        if (option.Quote.BookObservedAt is not { } bookAt || bookAt == _bookAt)
        {
            return;
        }

        if (_bookAt is { } before)
        {
            _pauseSeconds.Add((bookAt - before).TotalSeconds);
        }

        _bookAt = bookAt;
    }

    /// <summary>Notes that the contract has no book now: its line is elsewhere, or the feed was lost.</summary>
    public void Interrupt() => _bookAt = null;

    /// <summary>Learns from a quote without fault, at most once a second; a wide spread moves the baseline by no more than a doubling would.</summary>
    public void Learn(OptionFrame option, TimeSpan at)
    {
        if (option is { HasTwoSides: true, Spread: > 0 } && (_logSpread.Count == 0 || at - _sampledAt >= SampleInterval))
        {
            _sampledAt = at;
            var logSpread = Math.Log(option.Spread);
            _logSpread.Add(_logSpread.Count == 0 ? logSpread : Math.Min(logSpread, _logSpread.Mean + Math.Log(2)));
        }
    }

    /// <summary>Steps the confirmation of a fault.</summary>
    public bool Confirm(bool faulty, TimeSpan at, DataQualityOptions options) =>
        _confirmation.Step(faulty, at, options.ConfirmationsMin, options.ConfirmationTime);
}
