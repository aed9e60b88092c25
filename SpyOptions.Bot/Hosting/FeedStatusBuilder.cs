using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection;
using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Publishing;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Feed;
using SpyOptions.Tws.Client;

namespace SpyOptions.Bot.Hosting;

/// <summary>Puts the state of the edge together, as the bar on every page shows it.</summary>
/// <param name="gateway">The connection.</param>
/// <param name="feed">The verdict on the feed.</param>
/// <param name="chain">The chain.</param>
/// <param name="pulse">When ticks last came.</param>
/// <param name="keeper">The lines.</param>
/// <param name="changes">The hand-over.</param>
/// <param name="outbox">Signals that wait.</param>
/// <param name="hops">Latencies.</param>
/// <param name="metrics">The outbox's gauges are set here.</param>
/// <param name="options">Name of the instance.</param>
/// <param name="time">The process's clock.</param>
internal sealed class FeedStatusBuilder(
    IMarketGateway gateway,
    FeedMonitor feed,
    ChainState chain,
    FeedPulse pulse,
    LineKeeper keeper,
    QuoteChanges changes,
    IOutboxStatus outbox,
    HopLatencies hops,
    BotMetrics metrics,
    IOptions<DetectionOptions> options,
    TimeProvider time)
{
    private const string PaperAccountPrefix = "DU";

    /// <summary>The state now.</summary>
    public FeedStatus Build()
    {
        var now = time.GetUtcNow();
        var verdict = feed.Current;
        var connection = gateway.Status;
        var connected = connection.Stage == TwsConnectionStage.Ready;
        var depth = outbox.Depth;
        double? outboxAgeMs = outbox.OldestAt is { } oldest ? Math.Max(0, (now - oldest).TotalMilliseconds) : null;
        metrics.OutboxDepth = depth;
        metrics.OutboxAgeSeconds = (outboxAgeMs ?? 0) / 1000;
        return new FeedStatus
        {
            State = verdict.State,
            Cause = verdict.Cause,
            CauseText = verdict.CauseText,
            Since = verdict.Since,
            ReportedAt = now,
            TickAgeMs = pulse.TickAt is { } tickAt ? Math.Max(0, (now - tickAt).TotalMilliseconds) : null,
            MarketAt = chain.Time.Now,
            SessionClosesAt = chain.Time.SessionClosesAt,
            Spot = chain.UnderlyingQuote.Spot,
            Underlying = chain.Underlying,
            GatewayConnected = connected,
            ServerVersion = connected ? connection.ServerVersion : null,
            PaperAccount = connected && connection.Accounts.Count > 0
                && connection.Accounts.All(account => account.StartsWith(PaperAccountPrefix, StringComparison.Ordinal)),
            LinesUsed = keeper.LinesUsed,
            LinesMax = keeper.LinesMax,
            ContractsKnown = chain.OptionCount,
            TicksReceived = pulse.Count,
            TicksConflated = changes.Overtaken,
            OutboxDepth = depth,
            OutboxAgeMs = outboxAgeMs,
            Source = options.Value.Source,
            Latencies = hops.Read(),
        };
    }
}
