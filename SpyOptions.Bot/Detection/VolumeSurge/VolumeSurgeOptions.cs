using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Bot.Detection.VolumeSurge;

/// <summary>Settings of the volume surge detector, section <c>Bot:Detection:VolumeSurge</c>. Checked before the process starts.</summary>
internal sealed class VolumeSurgeOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = DetectionOptions.Section + ":VolumeSurge";

    /// <summary>Score from which it fires, in standard deviations of the logarithm of volume. Default 3.5; from 1 to 100.</summary>
    [Range(1.0, 100)]
    public double Threshold { get; set; } = 3.5;

    /// <summary>Fewest contracts in the window that can fire. Default 100; from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int ContractsMin { get; set; } = 100;

    /// <summary>Least premium in the window that can fire, USD. Default 10,000; from 0 to 1,000,000,000.</summary>
    [Range(0.0, 1_000_000_000)]
    public double PremiumUsdMin { get; set; } = 10_000;

    /// <summary>Premium that adds nothing to the score, USD; ten times as much adds <see cref="PremiumWeight"/>. Default 100,000; from 1 to 1,000,000,000.</summary>
    [Range(1.0, 1_000_000_000)]
    public double PremiumUsdTypical { get; set; } = 100_000;

    /// <summary>Most that the premium adds to or takes from the score. Default 0.5; from 0 to 10.</summary>
    [Range(0.0, 10)]
    public double PremiumWeight { get; set; } = 0.5;

    /// <summary>Contracts added to both volume and expectation, so that a few contracts on a quiet strike are no surge. Default 20; from 0.1 to 10,000.</summary>
    [Range(0.1, 10_000)]
    public double PseudoContracts { get; set; } = 20;

    /// <summary>Market time for which a contract's volume must have been watched. Default 1 min; from 0 to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan WarmUp { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Smallest standard deviation of the logarithm of volume. Default 0.6; from 0.05 to 10.</summary>
    [Range(0.05, 10)]
    public double DispersionMin { get; set; } = 0.6;
}
