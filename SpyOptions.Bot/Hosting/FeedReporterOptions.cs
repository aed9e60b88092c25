using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Bot.Hosting;

/// <summary>Settings of the feed report, in the section <c>Bot:Publishing</c> that also names the API and its key. Checked before the process starts.</summary>
internal sealed class FeedReporterOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Bot:Publishing";

    /// <summary>Time between two feed reports. Default 500 ms; from 100 ms to 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FeedInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait between two reports while the API does not answer. Default 5 s; from 100 ms to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FeedBackoffMax { get; set; } = TimeSpan.FromSeconds(5);
}
