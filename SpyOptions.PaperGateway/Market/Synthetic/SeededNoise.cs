namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>
/// Random numbers that depend on their seed alone, on every host and version: SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable
/// pseudorandom number generators", 2014). Not thread-safe.
/// </summary>
/// <param name="seed">The seed.</param>
internal sealed class SeededNoise(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong state = seed;

    /// <summary>The next number from 0 (inclusive) to 1 (exclusive).</summary>
    public double NextUniform() => ToUnit(Mix(state += GoldenGamma));

    /// <summary>The next number from 0 (inclusive) to <paramref name="count"/> (exclusive).</summary>
    /// <param name="count">How many there are, above 0.</param>
    public int NextIndex(int count) => (int)(NextUniform() * count);

    /// <summary>The next draw from the standard normal distribution (Box and Muller).</summary>
    public double NextNormal() => ToNormal(NextUniform(), NextUniform());

    /// <summary>A standard normal draw that belongs to a key: the same key gives the same draw.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="key">For example a contract id.</param>
    /// <param name="purpose">Tells the draws of one key apart.</param>
    public static double NormalOf(ulong seed, long key, ulong purpose)
    {
        var first = Mix(seed + (GoldenGamma * ((ulong)key + (purpose << 48))));
        return ToNormal(ToUnit(first), ToUnit(Mix(first + GoldenGamma)));
    }

    private static double ToUnit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    private static double ToNormal(double first, double second) => Math.Sqrt(-2.0 * Math.Log(1.0 - first)) * Math.Cos(2.0 * Math.PI * second);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
