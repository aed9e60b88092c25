namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>
/// Volume of one option over the session: the usual volume of its delta, spread over the day by <see cref="IntradayShape.Volume"/>, with a
/// random factor for the contract and for each minute. It depends on the seed and the time alone, not on when it was asked.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="path">The session.</param>
/// <param name="contract">The option.</param>
/// <param name="expiry">Its expiry.</param>
/// <param name="opensAt">Start of the session.</param>
internal sealed class VolumeCurve(ulong seed, SessionPath path, ListedContract contract, ListedExpiry expiry, DateTimeOffset opensAt)
{
    private const int MinutesPerDelta = 5;
    private const double ContractSpread = 0.6;
    private const double MinuteSpread = 0.7;

    private readonly double contractFactor =
        Math.Sqrt(Liquidity.RoundNumberFactor(contract.Strike)) * LogNormal(SeededNoise.NormalOf(seed, contract.ConId, 1), ContractSpread);

    private int minutesDone;
    private double volumeDone;
    private double sessionVolume;

    /// <summary>Contracts traded up to an instant.</summary>
    /// <param name="at">Market time.</param>
    public long At(DateTimeOffset at)
    {
        var minutes = Math.Clamp((at - opensAt).TotalMinutes, 0.0, path.Length.TotalMinutes);
        if (minutes < minutesDone)
        {
            (minutesDone, volumeDone) = (0, 0.0);
        }

        while (minutes >= minutesDone + 1)
        {
            volumeDone += VolumeIn(minutesDone, 1.0);
            minutesDone++;
        }

        return (long)(volumeDone + VolumeIn(minutesDone, minutes - minutesDone));
    }

    private double VolumeIn(int minute, double part)
    {
        if (minute % MinutesPerDelta == 0 || sessionVolume == 0.0)
        {
            var sampledAt = opensAt.AddMinutes(minute - (minute % MinutesPerDelta));
            var model = OptionModel.Of(path, contract, expiry, sampledAt, 0.0);
            sessionVolume = Liquidity.SessionVolume(model.Days, model.Greeks.Delta);
        }

        var total = path.Length.TotalMinutes;
        var share = IntradayShape.Volume.Cumulative((minute + part) / total) - IntradayShape.Volume.Cumulative(minute / total);
        return sessionVolume * contractFactor * share * LogNormal(SeededNoise.NormalOf(seed, ((long)minute << 32) + contract.ConId, 2), MinuteSpread);
    }

    private static double LogNormal(double normal, double spread) => Math.Exp((spread * normal) - (0.5 * spread * spread));
}
