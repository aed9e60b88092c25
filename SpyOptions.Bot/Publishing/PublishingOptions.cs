using System.ComponentModel.DataAnnotations;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Publishing;

/// <summary>Settings of the outbox, section <c>Bot:Publishing</c>. Checked before the process starts.</summary>
internal sealed class PublishingOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Bot:Publishing";

    /// <summary>Address of the API, absolute. Default <c>http://127.0.0.1:5080</c>.</summary>
    [Required]
    public Uri ApiAddress { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>Key that writers of the API send, at least 16 characters. No default.</summary>
    [Required(ErrorMessage = "The field {0} is required: give Bot:Publishing:ApiKey the value of the API's Api:WriterKey."), MinLength(16)]
    public string ApiKey { get; set; } = "";

    /// <summary>File of the outbox. Default <c>SpyOptions/outbox.db</c> in the user's local application data.</summary>
    [Required]
    public string OutboxPath { get; set; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "SpyOptions", "outbox.db");

    /// <summary>Most signals that wait for the API; the newest is refused and counted when it is full. Default 100,000; from 10 to 10,000,000.</summary>
    [Range(10, 10_000_000)]
    public int OutboxRowsMax { get; set; } = 100_000;

    /// <summary>Oldest age of a waiting signal; an older one moves to the dead letters and is counted. Default 7 days; from 1 min to 365 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan OutboxAgeMax { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Most dead letters kept; the oldest makes room. Default 10,000; from 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int DeadLettersMax { get; set; } = 10_000;

    /// <summary>Most signals between detection and the file. Default 10,000; from 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int QueueMax { get; set; } = 10_000;

    /// <summary>Most signals in one request. Default 200; from 1 to 200.</summary>
    [Range(1, SignalBatch.CountMax)]
    public int BatchMax { get; set; } = SignalBatch.CountMax;

    /// <summary>First wait after a failed attempt; it doubles up to <see cref="RetryMax"/>. Default 250 ms; from 10 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryMin { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest wait after a failed attempt; it is tried for ever. Default 15 s; from 10 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryMax { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Wait after the API refused the key. Default 30 s; from 10 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RefusedRetry { get; set; } = TimeSpan.FromSeconds(30);
}
