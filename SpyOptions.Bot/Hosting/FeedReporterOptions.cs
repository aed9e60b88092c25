using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Bot.Hosting;

/// <summary>Settings of the feed report, in the section <c>Bot:Publishing</c> that names the API for signals too.</summary>
internal sealed class FeedReporterOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Bot:Publishing";

    /// <summary>Address of the API, absolute. Default <c>http://127.0.0.1:5080</c>.</summary>
    [Required]
    public Uri ApiAddress { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>Key that writers of the API send, at least 16 characters. No default.</summary>
    [Required(ErrorMessage = "The field {0} is required: give Bot:Publishing:ApiKey the value of the API's Api:WriterKey."), MinLength(16)]
    public string ApiKey { get; set; } = "";

    /// <summary>Time between two feed reports. Default 500 ms; from 100 ms to 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FeedInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait between two reports while the API does not answer. Default 5 s; from 100 ms to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FeedBackoffMax { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Name under which this instance reports, 1 to 64 characters. Default <c>spyoptions-bot</c>.</summary>
    [Required, MaxLength(64)]
    public string FeedSource { get; set; } = "spyoptions-bot";
}
