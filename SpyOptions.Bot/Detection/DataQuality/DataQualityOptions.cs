using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>Settings of the data quality detector, section <c>Bot:Detection:DataQuality</c>. Checked before the process starts.</summary>
internal sealed class DataQualityOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = DetectionOptions.Section + ":DataQuality";

    /// <summary>Steps in a row that must show the fault. Default 2; from 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int ConfirmationsMin { get; set; } = 2;

    /// <summary>How long the fault must last. Default 750 ms; from 0 to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ConfirmationTime { get; set; } = TimeSpan.FromMilliseconds(750);

    /// <summary>Bid above ask by this is crossed, USD. Default 0.01; from 0.01 to 10.</summary>
    [Range(0.01, 10)]
    public double CrossedUsd { get; set; } = 0.01;

    /// <summary>No bid is a fault when the nearest option further out of the money is bid at least this, USD. Default 0.05; from 0.01 to 10.</summary>
    [Range(0.01, 10)]
    public double ZeroBidNeighboursUsd { get; set; } = 0.05;

    /// <summary>A spread this many times the contract's own usual spread is blown out, if it is so beside its neighbours too. Default 5; from 2 to 100.</summary>
    [Range(2.0, 100)]
    public double SpreadTimesOwn { get; set; } = 5;

    /// <summary>A spread this many times the neighbours' is blown out. Default 4; from 1.5 to 100.</summary>
    [Range(1.5, 100)]
    public double SpreadTimesNeighbours { get; set; } = 4;

    /// <summary>Absolute delta above which no spread is judged. Default 0.85; from 0.5 to 1.</summary>
    [Range(0.5, 1)]
    public double SpreadDeltaMax { get; set; } = 0.85;

    /// <summary>No spread below this is blown out, USD. Default 0.10; from 0.02 to 50.</summary>
    [Range(0.02, 50)]
    public double SpreadUsdMin { get; set; } = 0.10;

    /// <summary>Silence, beyond the neighbours', from which a quote can be stale. Default 5 s; from 100 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan StaleSilence { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Move of the option that the underlying's move implies, in spreads, from which a silent quote is stale. Default 3; from 0.5 to 100.</summary>
    [Range(0.5, 100)]
    public double StaleSpreads { get; set; } = 3;

    /// <summary>Silence, in usual pauses between this contract's quotes, from which a third of that move is enough. Default 30; from 3 to 10,000.</summary>
    [Range(3.0, 10_000)]
    public double StalePauses { get; set; } = 30;

    /// <summary>Price outside the bounds of any option model by this is impossible, USD. Default 0.75; from 0.01 to 100.</summary>
    [Range(0.01, 100)]
    public double ImpossibleUsd { get; set; } = 0.75;

    /// <summary>The broker's volatility is corrupt when it is this many times ours, or this fraction of it, beyond what its neighbours show. Default 1.6; from 1.1 to 10.</summary>
    [Range(1.1, 10)]
    public double VendorVolatilityRatio { get; set; } = 1.6;
}
