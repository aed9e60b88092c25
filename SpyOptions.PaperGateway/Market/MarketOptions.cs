using System.ComponentModel.DataAnnotations;

namespace SpyOptions.PaperGateway.Market;

/// <summary>Which market the gateway shows. Section <c>Gateway</c>.</summary>
internal sealed class MarketOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Gateway";

    /// <summary>Seed of the synthetic session: the same seed gives the same day. Default 1; any number.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Path of a recorded session (<c>.csv</c> or <c>.csv.gz</c>). Default none: the session is synthetic.</summary>
    public string? Session { get; set; }

    /// <summary>Market seconds per second. Default 1; from 0.1 to 3600.</summary>
    [Range(MarketClock.SpeedMin, MarketClock.SpeedMax)]
    public double Speed { get; set; } = 1.0;

    /// <summary>Quote changes a second (not market second) of the synthetic session, over all watched contracts together. Default 400; from 1 to 20,000.</summary>
    [Range(1, 20_000)]
    public int TicksPerSecond { get; set; } = 400;

    /// <summary>Anomalies a minute (not market minute) put into the synthetic session. Default 4; from 0 (none) to 600.</summary>
    [Range(0.0, 600.0)]
    public double AnomaliesPerMinute { get; set; } = 4.0;
}
