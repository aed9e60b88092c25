using SpyOptions.Quant.Statistics;

namespace SpyOptions.Bot.Detection.VolumeSurge;

/// <summary>
/// Usual volume of an average minute by delta and tenor, and how much the logarithm of volume scatters. A built-in prior is the first
/// value; from then on the session's own volume counts. One surge moves it by no more than a few usual minutes would.
/// </summary>
internal sealed class VolumeBaselines
{
    private const double HalfLifeMinutes = 400;
    private const double DispersionPrior = 0.7;
    private const double ContractDispersion = 0.7;
    private const double SurprisesMax = 2.5;
    private static readonly double[] DeltaEdges = [0.10, 0.30, 0.70];
    private static readonly double[] TenorEdgesDays = [1, 3, 10];

    // Contracts in an average minute, by tenor (rows) and absolute delta (columns).
    private static readonly double[][] Priors = [[60, 200, 300, 20], [15, 40, 50, 5], [8, 15, 15, 2], [3, 5, 5, 1]];

    private readonly Ewma[] _rates = new Ewma[16];
    private readonly Ewma[] _surprises = new Ewma[16];

    /// <summary>Starts from the prior.</summary>
    public VolumeBaselines()
    {
        for (var bucket = 0; bucket < _rates.Length; bucket++)
        {
            _rates[bucket] = Ewma.WithHalfLife(HalfLifeMinutes);
            _surprises[bucket] = Ewma.WithHalfLife(HalfLifeMinutes);
            for (var i = 0; i < 5; i++)
            {
                _rates[bucket].Add(Priors[bucket / 4][bucket % 4]);
                _surprises[bucket].Add(DispersionPrior * DispersionPrior);
            }
        }
    }

    /// <summary>The bucket of a contract.</summary>
    public static int Bucket(double delta, double years) => (4 * Rank(TenorEdgesDays, years * 365)) + Rank(DeltaEdges, Math.Abs(delta));

    /// <summary>Contracts in an average minute.</summary>
    public double Rate(int bucket) => _rates[bucket].Mean;

    /// <summary>Standard deviation of the logarithm of a minute's volume about its expectation, for a contract whose own usual volume is known.</summary>
    public double Dispersion(int bucket) => Math.Sqrt(_surprises[bucket].Mean);

    /// <summary>The same for a contract that is only partly known: the contracts of a bucket differ among themselves.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="ownShare">How far its own past is known, from 0 to 1.</param>
    public double Dispersion(int bucket, double ownShare)
    {
        var unknown = (1 - ownShare) * ContractDispersion;
        return Math.Sqrt(_surprises[bucket].Mean + (unknown * unknown));
    }

    /// <summary>Learns from a finished interval.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="rate">Contracts in an average minute, already bounded by the caller.</param>
    /// <param name="surprise">ln(volume / expectation).</param>
    public void Learn(int bucket, double rate, double surprise)
    {
        _rates[bucket].Add(rate);
        var bounded = Math.Clamp(surprise, -SurprisesMax * Dispersion(bucket), SurprisesMax * Dispersion(bucket));
        _surprises[bucket].Add(bounded * bounded);
    }

    private static int Rank(double[] edges, double value)
    {
        var rank = 0;
        while (rank < edges.Length && value >= edges[rank])
        {
            rank++;
        }

        return rank;
    }
}
