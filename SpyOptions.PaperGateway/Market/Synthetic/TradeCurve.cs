namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>
/// Trades of one option over the session. Volume is the usual volume of its delta, spread over the day by <see cref="IntradayShape.Volume"/>,
/// with a random factor for the contract and for each minute: it depends on the seed and the time alone, not on when it was asked. Prices are
/// the model's, every five minutes in which something traded, and those that were shown.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="path">The session.</param>
/// <param name="contract">The option.</param>
/// <param name="expiry">Its expiry.</param>
/// <param name="opensAt">Start of the session.</param>
internal sealed class TradeCurve(ulong seed, SessionPath path, ListedContract contract, ListedExpiry expiry, DateTimeOffset opensAt)
{
    private const int MinutesPerDelta = 5;
    private const double ContractSpread = 0.6;
    private const double MinuteSpread = 0.7;
    private const double ConcentrationMax = 6.0;

    private readonly double contractFactor =
        Math.Sqrt(Liquidity.RoundNumberFactor(contract.Strike)) * LogNormal(SeededNoise.NormalOf(seed, contract.ConId, 1), ContractSpread);

    private int minutesDone;
    private double volumeDone;
    private double sessionVolume;
    private decimal price;

    /// <summary>First, highest and lowest trade up to the last instant that was asked for.</summary>
    public PriceRange Range { get; private set; }

    /// <summary>Contracts traded up to an instant.</summary>
    /// <param name="at">Market time.</param>
    public long At(DateTimeOffset at)
    {
        var minutes = Math.Clamp((at - opensAt).TotalMinutes, 0.0, path.Length.TotalMinutes);
        if (minutes < minutesDone)
        {
            (minutesDone, volumeDone, Range) = (0, 0.0, default);
        }

        while (minutes >= minutesDone + 1)
        {
            volumeDone += VolumeIn(minutesDone, 1.0);
            minutesDone++;
            Range = volumeDone >= 1.0 ? Range.With(price) : Range;
        }

        var volume = (long)(volumeDone + VolumeIn(minutesDone, minutes - minutesDone));
        Range = volume >= 1 ? Range.With(price) : Range;
        return volume;
    }

    /// <summary>Takes in a trade that was shown.</summary>
    /// <param name="shown">Its price, USD.</param>
    public void Show(decimal shown) => Range = Range.With(shown);

    private double VolumeIn(int minute, double part)
    {
        if (minute % MinutesPerDelta == 0 || sessionVolume == 0.0)
        {
            var sampledAt = opensAt.AddMinutes(minute - (minute % MinutesPerDelta));
            var model = OptionModel.Of(path, contract, expiry, sampledAt, 0.0);
            sessionVolume = Liquidity.SessionVolume(model.Days, model.Greeks.Delta) * Concentration(sampledAt);
            price = OptionModel.InCents(model.Price);
        }

        var total = path.Length.TotalMinutes;
        var share = IntradayShape.Volume.Cumulative((minute + part) / total) - IntradayShape.Volume.Cumulative(minute / total);
        return sessionVolume * contractFactor * share * LogNormal(SeededNoise.NormalOf(seed, ((long)minute << 32) + contract.ConId, 2), MinuteSpread);
    }

    // As a same-day expiry comes near, the strikes with a delta that people trade grow fewer, and each takes a larger part of the volume.
    private double Concentration(DateTimeOffset at) => expiry.SessionsAfter > 0
        ? 1.0
        : Math.Min(VolatilitySurface.DeviationTo(0.0, 0) / Math.Max(VolatilitySurface.DeviationTo(path.ElapsedAt(at), 0), double.Epsilon), ConcentrationMax);

    private static double LogNormal(double normal, double spread) => Math.Exp((spread * normal) - (0.5 * spread * spread));
}
