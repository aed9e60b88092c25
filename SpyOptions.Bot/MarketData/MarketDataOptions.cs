using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Bot.MarketData;

/// <summary>Settings of the market data stage, section <c>Bot:MarketData</c>. Checked before the process starts.</summary>
internal sealed class MarketDataOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Bot:MarketData";

    /// <summary>Symbol of the underlying, 1 to 12 capital letters. Default <c>SPY</c>.</summary>
    [Required, RegularExpression("^[A-Z]{1,12}$", ErrorMessage = "The field {0} must be 1 to 12 capital letters.")]
    public string Underlying { get; set; } = "SPY";

    /// <summary>Most market data lines in use at once, the underlying's included. Default 100; from 3 to 1,000.</summary>
    [Range(3, 1_000)]
    public int LinesMax { get; set; } = 100;

    /// <summary>Lines that walk through the near contracts that have no line of their own. Default 24; from 0 to 500.</summary>
    [Range(0, 500)]
    public int RotationLines { get; set; } = 24;

    /// <summary>How long a walking line stays on a contract. Default 5 s; from 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RotationDwell { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Nearest expiries that are discovered and watched. Default 12; from 1 to 64.</summary>
    [Range(1, 64)]
    public int ExpiriesMax { get; set; } = 12;

    /// <summary>Strikes on each side of the one at the money that count as near. Default 20; from 1 to 200.</summary>
    [Range(1, 200)]
    public int StrikesEachSide { get; set; } = 20;

    /// <summary>How far the spot may leave the strike at the centre before the window moves, in strike distances. Default 1.5; from 0.6 to 10.</summary>
    [Range(0.6, 10)]
    public double RecentreStrikes { get; set; } = 1.5;

    /// <summary>Generic ticks asked for on options, comma separated. Default <c>100,101,106</c> (volume, open interest, implied volatility).</summary>
    [RegularExpression(@"^(\d{1,4}(,\d{1,4})*)?$", ErrorMessage = "The field {0} must be numbers separated by commas.")]
    public string OptionGenericTicks { get; set; } = "100,101,106";

    /// <summary>Generic ticks asked for on the underlying, comma separated. Default <c>100,101,106,411</c> (411: historical volatility).</summary>
    [RegularExpression(@"^(\d{1,4}(,\d{1,4})*)?$", ErrorMessage = "The field {0} must be numbers separated by commas.")]
    public string UnderlyingGenericTicks { get; set; } = "100,101,106,411";

    /// <summary>Time between two readings of the broker's clock. Default 1 s; from 100 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ClockInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Time between two looks at lines and feed state. Default 250 ms; from 20 ms to 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.020", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Age of the underlying's newest tick past which an open market's feed is STALE. Default 30 s; from 1 s to 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan UnderlyingTickAgeMax { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Age of the newest tick of all options together past which an open market's feed is STALE. Default 60 s; from 1 s to 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan OptionTickAgeMax { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Age past which one quote counts as stale on the chain page. Default 60 s; from 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan QuoteAgeMax { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the feed may be RECONCILING before the missing ticks make it STALE. Default 20 s; from 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RestoreMax { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Silence after a farm's outage notice that makes the feed STALE. Default 3 s; from 100 ms to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FarmSilenceMax { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>First wait before a failed discovery is tried again; it doubles up to <see cref="DiscoveryRetryMax"/>. Default 1 s; from 10 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DiscoveryRetryMin { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait before a failed discovery is tried again; it is tried for ever. Default 60 s; from 10 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DiscoveryRetryMax { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Most contracts that may wait for detection. Default 16,384; from 128 to 65,536.</summary>
    [Range(128, 65_536)]
    public int ChangesMax { get; set; } = 16_384;
}
