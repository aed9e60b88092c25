using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Dashboard.Services;

/// <summary>Settings of the dashboard, section <c>Dashboard</c>.</summary>
internal sealed class DashboardOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Dashboard";

    /// <summary>Address of the API, absolute, http or https. Default http://127.0.0.1:5080.</summary>
    [Required]
    [ApiAddress]
    public Uri ApiAddress { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>The operator's key of the API, sent as <c>X-Api-Key</c> to acknowledge. None by default; else from 16 to 512 characters.</summary>
    [StringLength(512, MinimumLength = 16)]
    public string? OperatorKey { get; set; }

    /// <summary>Episodes kept in memory for the tape. Default 2,000; from 50 to 20,000.</summary>
    [Range(50, 20_000)]
    public int EpisodesMax { get; set; } = 2_000;

    /// <summary>Time between two renders of a page, milliseconds. Default 200 (five a second); from 100 to 250.</summary>
    [Range(100, 250)]
    public int RenderIntervalMs { get; set; } = 200;

    /// <summary>Age from which a report of the edge no longer counts as current, milliseconds. Default 5,000; from 1,000 to 60,000.</summary>
    [Range(1_000, 60_000)]
    public int ReportAgeMsMax { get; set; } = 5_000;

    /// <summary>Longest pause between two attempts to reach the hub, milliseconds. Default 10,000; from 200 to 60,000.</summary>
    [Range(200, 60_000)]
    public int ReconnectMsMax { get; set; } = 10_000;

    /// <summary>Time between two probes of the API, milliseconds. Default 5,000; from 200 to 60,000.</summary>
    [Range(200, 60_000)]
    public int ProbeIntervalMs { get; set; } = 5_000;

    /// <summary>Time before the close from which 0DTE options count as past their cutoff, minutes. Default 30; from 0 to 240.</summary>
    [Range(0, 240)]
    public int ZeroDteCutoffMinutes { get; set; } = 30;
}
