using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Bot.Detection;

/// <summary>Settings that all detectors share, section <c>Bot:Detection</c>. Checked before the process starts.</summary>
internal sealed class DetectionOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Bot:Detection";

    /// <summary>Interest rate that discounts option prices, 0.04 = 4 % a year. Default 0.04; from -0.05 to 0.5.</summary>
    [Range(-0.05, 0.5)]
    public double RatePerYear { get; set; } = 0.04;

    /// <summary>Most new episodes of one kind in any minute; a claim held back is counted as suppressed. Repeats need no place. Default 60; from 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int SignalsPerMinuteMax { get; set; } = 60;

    /// <summary>A claim about the same contract and kind within this time continues its episode. Default 5 min; from 1 s to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan EpisodeWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A claim that simply goes on counts as a repeat once in this time. Default 1 s; from 10 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RepeatInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Most episodes kept; the one seen longest ago makes room. Default 2,000; from 10 to 100,000.</summary>
    [Range(10, 100_000)]
    public int EpisodesMax { get; set; } = 2_000;

    /// <summary>How long a claim holds unless it is repeated. Default 2 min; from 1 s to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan SignalLife { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Time to expiry below which nothing is priced: an option's last minutes follow no smile. Default 20 min; from 0 to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ExpiryGuard { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>Name of this instance in its signals, 1 to 100 characters. Default <c>spyoptions-bot</c>.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Source { get; set; } = "spyoptions-bot";
}
