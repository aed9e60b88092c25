using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Api;

/// <summary>Valid bodies that a test changes one field of.</summary>
internal static class Samples
{
    public const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    private static readonly DateTimeOffset At = new(2026, 1, 5, 15, 0, 0, TimeSpan.Zero);

    public static OptionContract Contract { get; } = new(4001, "SPY", new DateOnly(2026, 1, 5), 680m, OptionRight.Call);

    public static Signal Signal(int number = 1, int? episode = null) => new()
    {
        Id = IdOf(number),
        EpisodeId = IdOf(100_000 + (episode ?? number)),
        RepeatCount = 1,
        Kind = SignalKind.SmileResidual,
        Severity = SignalSeverity.Medium,
        Contract = Contract,
        Summary = "680 call: volatility 3.1 points over its smile.",
        Score = 5.5,
        Threshold = 3,
        Baseline = 0.2,
        ScoreUnit = "robust standard deviations",
        Spot = 681.25,
        Delta = 0.52,
        Inputs = [new SignalInput("impliedVolatility", 0.231, "1/year")],
        Contributions = [new ScoreContribution("Residual", 6), new ScoreContribution("Wide market", -0.5)],
        Legs = [new LegQuote(Contract, 3.1m, 20, 3.15m, 12, 0.231, 4)],
        NearMisses = [new NearMiss(Contract with { ConId = 4002, Strike = 681m }, 1.2, "Inside its own spread.")],
        MarketAt = At,
        ObservedAt = At,
        DetectedAt = At.AddMilliseconds(2),
        PublishedAt = At.AddMilliseconds(3),
        ExpiresAt = At.AddMinutes(5),
        TraceParent = $"00-{TraceId}-b7ad6b7169203331-01",
        Source = "bot-0",
    };

    public static Guid IdOf(int number) => Guid.Parse($"0193f000-0000-7000-8000-{number:x12}");

    public static FeedStatus Status(int second = 0) => new()
    {
        State = FeedState.Live,
        Cause = FeedCause.None,
        CauseText = "Ticks arrive.",
        Since = At,
        ReportedAt = At.AddSeconds(second),
        Underlying = "SPY",
        GatewayConnected = true,
        PaperAccount = true,
        LinesUsed = 96,
        LinesMax = 100,
        ContractsKnown = 4000,
        TicksReceived = 1000 + second,
        TicksConflated = 0,
        OutboxDepth = 0,
        Source = "bot-0",
        Latencies = [new HopLatency("observed-detected", 10, 1, 2, 3)],
    };

    public static ChainSnapshot Chain(DateOnly expiry, DateTimeOffset takenAt) => new()
    {
        Underlying = "SPY",
        Expiry = expiry,
        Expiries = [expiry],
        Spot = 681.25,
        TakenAt = takenAt,
        Rows = [new ChainRow(680m, new ChainCell { ConId = 4001, Bid = 3.1m, Ask = 3.15m, Delta = 0.52, Subscribed = true, Stale = false }, null)],
    };
}
