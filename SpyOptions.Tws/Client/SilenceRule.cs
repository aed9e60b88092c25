namespace SpyOptions.Tws.Client;

/// <summary>Decides when a stream has been silent for too long.</summary>
internal sealed class SilenceRule(TwsClientOptions options, TimeProvider time)
{
    private const int FruitlessDoublingsMax = 4;

    private long expectedSince = time.GetTimestamp();

    /// <summary>Counts no silence before now: until now it was no fault.</summary>
    public void StartOver() => expectedSince = time.GetTimestamp();

    /// <summary>
    /// True when nothing has come for the longest silence allowed; twice that after every restoration that brought nothing, so that a contract which
    /// simply does not trade is not asked for again and again.
    /// </summary>
    public bool IsTooSilent(MarketDataSubscription subscription)
    {
        var factor = subscription.LastTickTimestamp == 0 ? 1 << Math.Min(subscription.FruitlessRestorations, FruitlessDoublingsMax) : 1;
        return LastSign(subscription) is { } sign && time.GetElapsedTime(Math.Max(sign, expectedSince)) >= options.SilenceMax * factor;
    }

    /// <summary>True when a running stream has not ticked since a moment, and had been asked for by then.</summary>
    public static bool IsSilentSince(MarketDataSubscription subscription, long mark) => LastSign(subscription) is { } sign && sign <= mark;

    /// <summary>When the stream last ticked, or else when it was asked for; null while there is nothing to expect.</summary>
    private static long? LastSign(MarketDataSubscription subscription) =>
        subscription.RequestId == 0 || subscription.Request is not { SentTimestamp: > 0 } request
            ? null
            : Math.Max(subscription.LastTickTimestamp, request.SentTimestamp);
}
