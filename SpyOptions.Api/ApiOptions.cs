using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Api;

/// <summary>Settings of the API, section <c>Api</c>; validated before the host runs.</summary>
public sealed class ApiOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Api";

    /// <summary>Key that writers send as <c>X-Api-Key</c>. Required; from 16 to 512 characters.</summary>
    [Required, StringLength(512, MinimumLength = 16)]
    public string WriterKey { get; set; } = "";

    /// <summary>Key that an operator sends as <c>X-Api-Key</c> to acknowledge. None by default: acknowledging is then open to whoever reaches the port; else from 16 to 512 characters.</summary>
    [StringLength(512, MinimumLength = 16)]
    public string? OperatorKey { get; set; }

    /// <summary>File of the SQLite database. Default <c>SpyOptions/api.db</c> under the user's local application data; from 1 to 1,024 characters.</summary>
    [Required, StringLength(1024, MinimumLength = 1)]
    public string DatabasePath { get; set; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "SpyOptions", "api.db");

    /// <summary>Most signals that are kept; the oldest go first. Default 200,000; from 100 to 10,000,000.</summary>
    [Range(100, 10_000_000)]
    public int SignalsMax { get; set; } = 200_000;

    /// <summary>Greatest age of a kept signal, days. Default 30; from 1 to 3,650.</summary>
    [Range(1, 3650)]
    public int SignalAgeDaysMax { get; set; } = 30;

    /// <summary>Time between two rounds of retention, seconds. Default 600; from 1 to 86,400.</summary>
    [Range(1, 86_400)]
    public int RetentionIntervalSeconds { get; set; } = 600;

    /// <summary>Largest body of <c>POST /signals</c>, bytes. Default 2 MiB; from 1 KiB to 16 MiB.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int SignalsBodyBytesMax { get; set; } = 2 * 1024 * 1024;

    /// <summary>Largest body of <c>POST /feed</c>, bytes. Default 8 MiB; from 1 KiB to 64 MiB.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int FeedBodyBytesMax { get; set; } = 8 * 1024 * 1024;

    /// <summary>How far a writer's clock may be ahead of ours, seconds. Default 300; from 1 to 86,400.</summary>
    [Range(1, 86_400)]
    public int ClockSkewSecondsMax { get; set; } = 300;

    /// <summary>Greatest age of a chain snapshot that is still served, minutes. Default 30; from 1 to 1,440.</summary>
    [Range(1, 1440)]
    public int ChainAgeMinutesMax { get; set; } = 30;

    /// <summary>Most viewers of <c>GET /signals/stream</c> at once. Default 100; from 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int StreamViewersMax { get; set; } = 100;

    /// <summary>Signals that wait for one stream viewer before it is cut off to resume later. Default 256; from 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int StreamBacklogMax { get; set; } = 256;

    /// <summary>Time between two heartbeats on a silent stream, milliseconds. Default 15,000; from 50 to 60,000.</summary>
    [Range(50, 60_000)]
    public int StreamHeartbeatMs { get; set; } = 15_000;

    /// <summary>Requests a second that one address may send to the writing endpoints. Default 200; from 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int WritesPerSecondMax { get; set; } = 200;

    /// <summary>Requests a second that one address may send to the reading endpoints. Default 200; from 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int ReadsPerSecondMax { get; set; } = 200;

    /// <summary>Origins, <c>scheme://host[:port]</c>, whose pages may call beside those of loopback. None by default; at most 32.</summary>
    [MaxLength(32)]
    public string[] Origins { get; set; } = [];
}
