namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>The spot and the level of volatility over one session, drawn ahead once a second, so that any instant can be asked for.</summary>
internal sealed class SessionPath
{
    private const double OvernightDeviation = 0.003;
    private const double LevelDeviation = 0.02;
    private const double SpotBeta = 4.5;

    private readonly DateTimeOffset opensAt;
    private readonly double[] logSpot;
    private readonly double[] logLevel;

    /// <summary>Draws the session.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="opensAt">First instant.</param>
    /// <param name="closesAt">Last instant.</param>
    public SessionPath(ulong seed, DateTimeOffset opensAt, DateTimeOffset closesAt)
    {
        this.opensAt = opensAt;
        Length = closesAt - opensAt;
        var seconds = (int)Length.TotalSeconds;
        var noise = new SeededNoise(seed);
        PriorClose = Math.Round(740.0 * Math.Exp(0.02 * noise.NextNormal()), 2);
        logSpot = new double[seconds + 1];
        logLevel = new double[seconds + 1];
        logSpot[0] = Math.Log(PriorClose) + (OvernightDeviation * noise.NextNormal());
        var before = 0.0;
        for (var second = 1; second <= seconds; second++)
        {
            var passed = IntradayShape.Variance.Cumulative((double)second / seconds);
            var root = Math.Sqrt(passed - before);
            before = passed;
            var move = Math.Sqrt(VolatilitySurface.SessionVariance) * root * noise.NextNormal();
            logSpot[second] = logSpot[second - 1] + move;
            logLevel[second] = logLevel[second - 1] - (SpotBeta * move) + (LevelDeviation * root * noise.NextNormal());
        }
    }

    /// <summary>Close of the session before, USD.</summary>
    public double PriorClose { get; }

    /// <summary>First price of the session, USD.</summary>
    public double Open => Math.Exp(logSpot[0]);

    /// <summary>Length of the session.</summary>
    public TimeSpan Length { get; }

    /// <summary>Spot at an instant, USD.</summary>
    /// <param name="at">Market time; outside the session its nearer end is taken.</param>
    public double SpotAt(DateTimeOffset at) => Math.Exp(Interpolate(logSpot, at));

    /// <summary>Factor on every at-the-money volatility at an instant, 1 at the open: it falls when the spot rises.</summary>
    /// <param name="at">Market time; outside the session its nearer end is taken.</param>
    public double LevelAt(DateTimeOffset at) => Math.Exp(Interpolate(logLevel, at));

    /// <summary>Share of the session that has passed, from 0 to 1.</summary>
    /// <param name="at">Market time.</param>
    public double ElapsedAt(DateTimeOffset at) => Math.Clamp((at - opensAt) / Length, 0.0, 1.0);

    /// <summary>Highest and lowest spot up to an instant, USD.</summary>
    /// <param name="at">Market time.</param>
    public (double High, double Low) RangeAt(DateTimeOffset at)
    {
        var passed = logSpot.AsSpan(0, 1 + (int)(ElapsedAt(at) * (logSpot.Length - 1)));
        var (high, low) = (passed[0], passed[0]);
        foreach (var value in passed)
        {
            (high, low) = (Math.Max(high, value), Math.Min(low, value));
        }

        return (Math.Exp(high), Math.Exp(low));
    }

    private double Interpolate(double[] path, DateTimeOffset at)
    {
        var position = ElapsedAt(at) * (path.Length - 1);
        var index = Math.Min((int)position, path.Length - 2);
        return path[index] + ((position - index) * (path[index + 1] - path[index]));
    }
}
