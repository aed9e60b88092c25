using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Bot.Detection.SmileResidual;

/// <summary>Settings of the smile residual detector, section <c>Bot:Detection:SmileResidual</c>. Checked before the process starts.</summary>
internal sealed class SmileResidualOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = DetectionOptions.Section + ":SmileResidual";

    /// <summary>
    /// Score from which it fires, in bid-ask widths of implied volatility. At 0.5 the fit lies outside the quote by more than its own uncertainty.
    /// Default 0.5; from 0.5 to 100.
    /// </summary>
    [Range(0.5, 100)]
    public double Threshold { get; set; } = 0.5;

    /// <summary>How many standard errors of the fit are allowed for before a distance counts. Default 3; from 0 to 20.</summary>
    [Range(0.0, 20)]
    public double UncertaintyFactor { get; set; } = 3;

    /// <summary>Steps in a row that must confirm it. Default 3; from 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int ConfirmationsMin { get; set; } = 3;

    /// <summary>How long it must last: a chain of which half has followed a move is bent for a moment. Default 1 s; from 0 to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ConfirmationTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Absolute delta below which an option takes no part. Default 0.02; from 0 to 0.5.</summary>
    [Range(0.0, 0.5)]
    public double DeltaMin { get; set; } = 0.02;

    /// <summary>Absolute delta above which an option takes no part: early exercise and wide quotes blur its volatility. Default 0.85; from 0.5 to 1.</summary>
    [Range(0.5, 1)]
    public double DeltaMax { get; set; } = 0.85;

    /// <summary>Nearest options of the same right that vote on one. Default 12; from 5 to 100.</summary>
    [Range(5, 100)]
    public int Neighbours { get; set; } = 12;

    /// <summary>Options that each right needs to be fitted apart from the other. Default 8; from 6 to 100.</summary>
    [Range(6, 100)]
    public int PointsApartMin { get; set; } = 8;

    /// <summary>Strikes to each side within which a weaker claim in the same direction belongs to a stronger one. Default 2; from 0 to 20.</summary>
    [Range(0, 20)]
    public int InfluenceStrikes { get; set; } = 2;

    /// <summary>Half width below which a quote counts as this wide, in volatility. Default 0.0002; from 0.00001 to 0.1.</summary>
    [Range(0.00001, 0.1)]
    public double HalfWidthMin { get; set; } = 0.0002;
}
