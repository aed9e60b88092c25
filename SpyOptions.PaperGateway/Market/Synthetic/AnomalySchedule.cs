namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>
/// Decides when an anomaly starts, in which option, of which kind and size. Times between two are exponential. Rates and durations are in
/// seconds of the watcher, so that a viewer sees the same number of them at every speed. Not thread-safe.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="perMinute">Anomalies a minute; 0 for none.</param>
internal sealed class AnomalySchedule(ulong seed, double perMinute)
{
    private const int LabelsMax = 10_000;
    private const double RestSeconds = 120.0;
    private const int Attempts = 40;
    private const double FirstAfterSeconds = 8.0;

    private readonly SeededNoise noise = new(seed ^ 0xA5A5A5A5A5A5A5A5);
    private double secondsLeft = FirstAfterSeconds;
    private int lastId;

    /// <summary>All anomalies so far, oldest first; at most the 10,000 newest are kept.</summary>
    public IReadOnlyList<AnomalyLabel> Labels { get; private set; } = [];

    /// <summary>Lets time pass and starts at most one anomaly.</summary>
    /// <param name="now">Market time.</param>
    /// <param name="seconds">Seconds that passed for the watcher.</param>
    /// <param name="speed">Market seconds per second.</param>
    /// <param name="candidates">Options that may be chosen.</param>
    /// <returns>The option that an anomaly was put into; null when none started.</returns>
    public OptionLine? Advance(DateTimeOffset now, double seconds, double speed, IReadOnlyList<OptionLine> candidates)
    {
        secondsLeft -= seconds;
        if (perMinute <= 0.0 || secondsLeft > 0.0 || candidates.Count == 0)
        {
            return null;
        }

        secondsLeft = -Math.Log(1.0 - noise.NextUniform()) * 60.0 / perMinute;
        if (Choose(now, speed, candidates) is not { } line)
        {
            return null;
        }

        var kinds = Enum.GetValues<AnomalyKind>();
        var kind = kinds[noise.NextIndex(kinds.Length)];
        var duration = DurationSeconds(kind) * (0.75 + (0.5 * noise.NextUniform())) * speed;
        var label = new AnomalyLabel(++lastId, kind, line.Contract.ConId, now, now.AddSeconds(duration), SizeOf(kind, line.Quote, duration));
        line.Inject(label);
        Labels = [.. Labels.Skip(Math.Max(Labels.Count + 1 - LabelsMax, 0)), label];
        return line;
    }

    /// <summary>Ends what has not ended, because market time jumps.</summary>
    /// <param name="at">The last moment before the jump.</param>
    public void EndAll(DateTimeOffset at) => Labels = [.. Labels.Select(label => label.EndsAt > at ? label with { EndsAt = at } : label)];

    private OptionLine? Choose(DateTimeOffset now, double speed, IReadOnlyList<OptionLine> candidates)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var line = candidates[noise.NextIndex(candidates.Count)];
            var hasRested = line.Label is not { } label || now >= label.EndsAt.AddSeconds(RestSeconds * speed) || now < label.StartsAt;
            if (hasRested && Math.Abs(line.Quote.Delta ?? 0.0) is > 0.15 and < 0.6 && line.Quote.Bid >= 0.10m)
            {
                return line;
            }
        }

        return null;
    }

    private double SizeOf(AnomalyKind kind, in MarketQuote quote, double duration) => kind switch
    {
        AnomalyKind.VolatilityBump => Math.Max(0.025, 0.2 * (quote.ImpliedVolatility ?? 0.0)) * (1.0 + noise.NextUniform()),
        AnomalyKind.VolumeBurst => Math.Round(Math.Max(3_000.0, 0.5 * quote.Volume) * (1.0 + noise.NextUniform())),
        AnomalyKind.CrossedQuote => Math.Round(0.02 + (0.08 * noise.NextUniform()), 2),
        AnomalyKind.SpreadBlowOut => 15.0 + (25.0 * noise.NextUniform()),
        AnomalyKind.StaleQuote => duration,
        _ => (double)(quote.Bid ?? 0m),
    };

    private static double DurationSeconds(AnomalyKind kind) => kind switch
    {
        AnomalyKind.StaleQuote => 90.0,
        AnomalyKind.VolumeBurst => 20.0,
        AnomalyKind.CrossedQuote => 15.0,
        _ => 30.0,
    };
}
