using Microsoft.Extensions.Diagnostics.HealthChecks;
using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Publishing;
using SpyOptions.Contracts.Feed;

namespace SpyOptions.Bot.Hosting;

/// <summary>
/// Ready means: the chain is discovered, the feed is not STALE, the outbox stores signals. Outside the session the feed is CLOSED,
/// which is ready too. The words say what is missing, for example that the gateway needs a login.
/// </summary>
/// <param name="feed">The verdict on the feed.</param>
/// <param name="chain">The chain.</param>
/// <param name="discovery">Whether the chain is known.</param>
/// <param name="keeper">The lines.</param>
/// <param name="outbox">Whether signals can be stored.</param>
internal sealed class BotReadiness(FeedMonitor feed, ChainState chain, ChainDiscovery discovery, LineKeeper keeper, IOutboxStatus outbox) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var verdict = feed.Current;
        var data = new Dictionary<string, object>
        {
            ["feedState"] = verdict.State.ToString(),
            ["feedCause"] = verdict.Cause.ToString(),
            ["feedSince"] = verdict.Since,
            ["contractsKnown"] = chain.OptionCount,
            ["linesUsed"] = keeper.LinesUsed,
            ["linesMax"] = keeper.LinesMax,
            ["outboxDepth"] = outbox.Depth,
        };
        List<string> missing = [];
        if (verdict.State is FeedState.Stale or FeedState.Reconciling)
        {
            missing.Add($"feed {verdict.State}: {verdict.CauseText}");
        }

        if (chain.OptionCount == 0)
        {
            missing.Add("chain not discovered");
        }

        if (outbox.Failure is { } failure)
        {
            missing.Add($"outbox: {failure}");
        }

        data["chainComplete"] = discovery.IsComplete;
        return Task.FromResult(missing.Count == 0
            ? HealthCheckResult.Healthy($"feed {verdict.State}: {verdict.CauseText}", data)
            : HealthCheckResult.Unhealthy(string.Join("; ", missing), data: data));
    }
}
