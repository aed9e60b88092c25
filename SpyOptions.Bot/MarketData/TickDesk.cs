using SpyOptions.Bot.Telemetry;

namespace SpyOptions.Bot.MarketData;

/// <summary>What every line needs to turn ticks into quotes: clocks, counters and the hand-over. Used on the read loop; allocates nothing.</summary>
/// <param name="time">The process's clock.</param>
/// <param name="clock">The market's clock.</param>
/// <param name="pulse">When ticks last came.</param>
/// <param name="changes">The hand-over to detection.</param>
/// <param name="metrics">Counters and hop latencies.</param>
internal sealed class TickDesk(TimeProvider time, MarketClock clock, FeedPulse pulse, QuoteChanges changes, BotMetrics metrics)
{
    /// <summary>The hand-over to detection.</summary>
    public QuoteChanges Changes { get; } = changes;

    /// <summary>The market's clock.</summary>
    public MarketClock Clock { get; } = clock;

    /// <summary>Notes that a tick arrived, whether or not it finds a place.</summary>
    /// <param name="line">Whose line.</param>
    /// <param name="receivedTimestamp">Timestamp of the socket read.</param>
    /// <returns>When and at which market time it arrived.</returns>
    public TickStamp Receive(FeedLine line, long receivedTimestamp)
    {
        var now = time.GetTimestamp();
        var observedAt = time.GetUtcNow() - time.GetElapsedTime(receivedTimestamp, now);
        pulse.Beat(line, observedAt);
        return new TickStamp(observedAt, Clock.Now, receivedTimestamp);
    }

    /// <summary>Stamps the moment at which a tick became part of a quote and records the hop.</summary>
    public long Observe(long receivedTimestamp)
    {
        var observed = time.GetTimestamp();
        metrics.RecordTickHop(time.GetElapsedTime(receivedTimestamp, observed));
        return observed;
    }

    /// <summary>Counts a tick that reached no quote.</summary>
    public void Ignore(string reason) => metrics.TicksIgnored.Add(reason);
}

/// <summary>When a tick arrived.</summary>
/// <param name="ObservedAt">At the socket, UTC by our own clock.</param>
/// <param name="MarketAt">By the market's clock, UTC; null before it is known.</param>
/// <param name="ReceivedTimestamp">Timestamp of the socket read.</param>
internal readonly record struct TickStamp(DateTimeOffset ObservedAt, DateTimeOffset? MarketAt, long ReceivedTimestamp);
