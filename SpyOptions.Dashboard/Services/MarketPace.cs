using System.Globalization;
using SpyOptions.Contracts.Feed;

namespace SpyOptions.Dashboard.Services;

/// <summary>How market time runs against the wall clock, judged from the newest reports of the edge. Immutable.</summary>
public sealed record MarketPace
{
    /// <summary>Before the first report.</summary>
    public static readonly MarketPace Unknown = new([]);

    private const int SamplesMax = 64;
    private const double RealTimeTolerance = 0.1;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan WindowMin = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan ClockToleranceMax = TimeSpan.FromMinutes(5);

    private readonly Sample[] _samples;

    private MarketPace(Sample[] samples) => _samples = samples;

    /// <summary>Whether the market clock is not that of the present: a recorded or a synthetic session.</summary>
    public bool IsSimulated => _samples is [.., var newest] && (newest.Market - newest.Wall).Duration() > ClockToleranceMax;

    /// <summary>Seconds of market time in a second; null until reports span enough time.</summary>
    public double? Speed => _samples is [var first, .., var last] && last.Wall - first.Wall >= WindowMin
        ? (last.Market - first.Market) / (last.Wall - first.Wall)
        : null;

    /// <summary>The speed in a word, for example <c>×60</c>; empty at the pace of the wall clock.</summary>
    public string Word => Speed switch
    {
        null => "",
        < RealTimeTolerance => "paused",
        > 1 - RealTimeTolerance and < 1 + RealTimeTolerance => "",
        { } speed => $"×{Rounded(speed).ToString("0.##", CultureInfo.InvariantCulture)}",
    };

    /// <summary>The pace after another report. A market clock that runs back starts a new measurement.</summary>
    public MarketPace With(FeedStatus status)
    {
        if (status.MarketAt is not { } market)
        {
            return this;
        }

        var kept = _samples is [.., var newest] && market >= newest.Market
            ? _samples.Where(sample => status.ReportedAt - sample.Wall <= Window && sample.Wall < status.ReportedAt).TakeLast(SamplesMax - 1)
            : [];
        return new MarketPace([.. kept, new Sample(status.ReportedAt, market)]);
    }

    // The edge reads the broker's clock now and then, so the last digit of a measured speed means nothing.
    private static double Rounded(double speed)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(speed)) - 1);
        return Math.Round(speed / step) * step;
    }

    private readonly record struct Sample(DateTimeOffset Wall, DateTimeOffset Market);
}
