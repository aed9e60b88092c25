namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>
/// How something that happens over a session is spread over it: a floor, a busy open that dies away and a rush into the close (the U).
/// Constants were fitted to SPY sessions of 17, 20, 24, 27 and 30 July 2026.
/// </summary>
/// <param name="Floor">Weight of the even part.</param>
/// <param name="OpenWeight">Height of the open above it.</param>
/// <param name="OpenDecay">Share of the session in which the open dies away by a factor e.</param>
/// <param name="CloseWeight">Height of the close above the floor.</param>
/// <param name="CloseDecay">Share of the session over which the close builds up by a factor e.</param>
internal sealed record IntradayShape(double Floor, double OpenWeight, double OpenDecay, double CloseWeight, double CloseDecay)
{
    /// <summary>Variance of the spot: about two thirds of it fall into the first 40 % of the session.</summary>
    public static readonly IntradayShape Variance = new(0.6, 2.2, 0.14, 0.5, 0.06);

    /// <summary>Volume: 13 % in the first half hour, half by noon, 7 % in the last half hour; a least-squares fit to same-day options.</summary>
    public static readonly IntradayShape Volume = new(1.0, 1.85, 0.3, 0.45, 0.12);

    private double Total => Area(1.0);

    /// <summary>Share of the session's total that has happened, from 0 to 1.</summary>
    /// <param name="elapsed">Share of the session that has passed, from 0 to 1.</param>
    public double Cumulative(double elapsed) => Area(Math.Clamp(elapsed, 0.0, 1.0)) / Total;

    private double Area(double elapsed) =>
        (Floor * elapsed)
        + (OpenWeight * OpenDecay * (1.0 - Math.Exp(-elapsed / OpenDecay)))
        + (CloseWeight * CloseDecay * (Math.Exp((elapsed - 1.0) / CloseDecay) - Math.Exp(-1.0 / CloseDecay)));
}
