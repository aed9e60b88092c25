using System.Collections.Concurrent;
using SpyOptions.Contracts.Feed;

namespace SpyOptions.Bot.Telemetry;

/// <summary>
/// Quantiles of each hop's latency over the last five minutes, in fixed memory: logarithmic buckets of at most 6.25 % width
/// from 1 microsecond to 18 minutes, one set a minute. Safe from any thread; recording allocates nothing after a hop's first.
/// </summary>
/// <param name="time">The process's clock.</param>
internal sealed class HopLatencies(TimeProvider time)
{
    /// <summary>Socket read to quote.</summary>
    public const string ReceivedObserved = "received-observed";

    /// <summary>Quote to signal.</summary>
    public const string ObservedDetected = "observed-detected";

    /// <summary>Signal to the moment it is handed to HTTP.</summary>
    public const string DetectedPublished = "detected-published";

    private const int MinutesKept = 5;
    private const int SubBits = 4;
    private const int BucketCount = 30 << SubBits;

    private readonly ConcurrentDictionary<string, Minute[]> _hops = new();

    /// <summary>Records one latency; a negative one counts as zero.</summary>
    public void Record(string hop, TimeSpan latency)
    {
        var minutes = _hops.GetOrAdd(hop, static _ => [.. Enumerable.Range(0, MinutesKept).Select(_ => new Minute())]);
        var now = MinuteNumber();
        minutes[now % MinutesKept].Record(now, BucketOf((long)latency.TotalMicroseconds));
    }

    /// <summary>The quantiles of every hop that was seen in the last five minutes, by name.</summary>
    public IReadOnlyList<HopLatency> Read()
    {
        var now = MinuteNumber();
        return [.. _hops.Select(hop => Summarise(hop.Key, hop.Value, now)).Where(hop => hop.Count > 0).OrderBy(hop => hop.Hop, StringComparer.Ordinal)];
    }

    private static HopLatency Summarise(string hop, Minute[] minutes, long now)
    {
        var counts = new long[BucketCount];
        foreach (var minute in minutes)
        {
            minute.AddTo(counts, now - MinutesKept);
        }

        var total = counts.Sum();
        return new HopLatency(hop, total, Quantile(counts, total, 0.50), Quantile(counts, total, 0.95), Quantile(counts, total, 0.99));
    }

    private static double Quantile(long[] counts, long total, double quantile)
    {
        var rank = (long)Math.Ceiling(total * quantile);
        long seen = 0;
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            seen += counts[bucket];
            if (seen >= rank && seen > 0)
            {
                return UpperMicroseconds(bucket) / 1000.0;
            }
        }

        return 0;
    }

    private static int BucketOf(long microseconds)
    {
        if (microseconds < 1 << SubBits)
        {
            return (int)Math.Max(0, microseconds);
        }

        var shift = 63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)microseconds) - SubBits;
        return (int)Math.Min(BucketCount - 1, ((long)(shift + 1) << SubBits) + (microseconds >> shift) - (1 << SubBits));
    }

    private static long UpperMicroseconds(int bucket)
    {
        var shift = (bucket >> SubBits) - 1;
        return shift < 0 ? bucket : (((long)(bucket & ((1 << SubBits) - 1)) + (1 << SubBits) + 1) << shift) - 1;
    }

    private long MinuteNumber() => time.GetTimestamp() / (time.TimestampFrequency * 60);

    private sealed class Minute
    {
        private readonly Lock _gate = new();
        private readonly int[] _counts = new int[BucketCount];
        private long _number = -1;

        public void Record(long number, int bucket)
        {
            lock (_gate)
            {
                if (_number != number)
                {
                    Array.Clear(_counts);
                    _number = number;
                }

                _counts[bucket]++;
            }
        }

        public void AddTo(long[] counts, long after)
        {
            lock (_gate)
            {
                for (var bucket = 0; _number > after && bucket < _counts.Length; bucket++)
                {
                    counts[bucket] += _counts[bucket];
                }
            }
        }
    }
}
