namespace SpyOptions.Quant.Volatility;

/// <summary>How a smile is fitted.</summary>
/// <param name="Neighbours">Nearest points that vote on one point, at least <see cref="SmileFit.PointsMin"/>.</param>
/// <param name="Passes">Rounds of reweighting, at least 1.</param>
/// <param name="HalfWidthMin">A half width below this counts as this, in volatility: prices come in whole cents.</param>
/// <param name="ScatterMin">A scatter below this many half widths counts as this.</param>
public readonly record struct SmileFitOptions(int Neighbours, int Passes, double HalfWidthMin, double ScatterMin)
{
    /// <summary>Twelve neighbours, seven rounds, 0.0002 volatility, 0.15 half widths.</summary>
    public static SmileFitOptions Default { get; } = new(Neighbours: 12, Passes: 7, HalfWidthMin: 0.0002, ScatterMin: 0.15);
}
