using Microsoft.Extensions.Options;
using SpyOptions.Api.Problems;
using SpyOptions.Api.Signals;
using SpyOptions.Contracts.Feed;

namespace SpyOptions.Api.Live;

/// <summary>Says whether a feed report may be shown.</summary>
internal sealed class FeedValidator(IOptions<ApiOptions> options, TimeProvider time)
{
    private const int RowsMax = 2000;
    private const int ExpiriesMax = 200;
    private const int LatenciesMax = 32;
    private const int TextMax = 1000;

    /// <summary>Errors of a report; none when it may be shown.</summary>
    public IReadOnlyList<FieldError> Check(FeedReport report)
    {
        var checks = new SignalChecks();
        var nowAndSkew = time.GetUtcNow().AddSeconds(options.Value.ClockSkewSecondsMax);
        CheckStatus(checks, report.Status, nowAndSkew);
        if (checks.List(report.Chains, 0, FeedReport.ChainsMax, "chains"))
        {
            for (var index = 0; index < report.Chains.Count; index++)
            {
                CheckChain(checks, report.Chains[index], $"chains[{index}]", nowAndSkew);
            }
        }

        return checks.Errors;
    }

    private static void CheckStatus(SignalChecks checks, FeedStatus status, DateTimeOffset nowAndSkew)
    {
        checks.Known(status.State, "status.state");
        checks.Known(status.Cause, "status.cause");
        checks.Require(status.CauseText.Length <= TextMax, "status.causeText", $"must have at most {TextMax} characters.");
        checks.Text(status.Source, 200, "status.source");
        checks.Text(status.Underlying, 16, "status.underlying");
        checks.PastTime(status.ReportedAt, nowAndSkew, "status.reportedAt");
        checks.Finite(status.TickAgeMs, "status.tickAgeMs");
        checks.Finite(status.Spot, "status.spot");
        checks.Finite(status.OutboxAgeMs, "status.outboxAgeMs");
        if (checks.List(status.Latencies, 0, LatenciesMax, "status.latencies"))
        {
            for (var index = 0; index < status.Latencies.Count; index++)
            {
                var latency = status.Latencies[index];
                checks.Text(latency.Hop, 100, $"status.latencies[{index}].hop");
                checks.Finite(latency.P50Ms, $"status.latencies[{index}].p50Ms");
                checks.Finite(latency.P95Ms, $"status.latencies[{index}].p95Ms");
                checks.Finite(latency.P99Ms, $"status.latencies[{index}].p99Ms");
            }
        }
    }

    private static void CheckChain(SignalChecks checks, ChainSnapshot chain, string at, DateTimeOffset nowAndSkew)
    {
        checks.Text(chain.Underlying, 16, $"{at}.underlying");
        checks.PastTime(chain.TakenAt, nowAndSkew, $"{at}.takenAt");
        checks.Finite(chain.Spot, $"{at}.spot");
        checks.Finite(chain.Forward, $"{at}.forward");
        checks.Require(chain.Expiries.Count <= ExpiriesMax, $"{at}.expiries", $"must have at most {ExpiriesMax} entries.");
        if (!checks.List(chain.Rows, 0, RowsMax, $"{at}.rows"))
        {
            return;
        }

        for (var index = 0; index < chain.Rows.Count; index++)
        {
            checks.Require(IsFinite(chain.Rows[index].Call), $"{at}.rows[{index}].call", "must have finite numbers.");
            checks.Require(IsFinite(chain.Rows[index].Put), $"{at}.rows[{index}].put", "must have finite numbers.");
        }
    }

    private static bool IsFinite(ChainCell? cell) =>
        cell is null || double.IsFinite((cell.ImpliedVolatility ?? 0) + (cell.Delta ?? 0) + (cell.Gamma ?? 0) + (cell.VegaPerPoint ?? 0) + (cell.ThetaPerDay ?? 0));
}
