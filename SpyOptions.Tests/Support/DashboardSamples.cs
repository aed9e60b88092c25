using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Support;

/// <summary>Signals, feed states and chains with SPY's shape for tests of what people see.</summary>
internal static class DashboardSamples
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static readonly DateTimeOffset MarketAt = new(2026, 11, 20, 18, 30, 0, TimeSpan.Zero);

    public static readonly IReadOnlyList<DateOnly> Expiries =
        [Today, Today.AddDays(3), Today.AddDays(4), Today.AddDays(5), Today.AddDays(7), Today.AddDays(14), Today.AddDays(28), Today.AddDays(56)];

    private const double Spot = 671.42;

    public static StoredSignal Signal(long sequence, DateTimeOffset now, Func<Signal, Signal>? change = null)
    {
        var random = new Random((int)sequence);
        var kind = (SignalKind)(sequence % 3);
        var right = sequence % 2 == 0 ? OptionRight.Call : OptionRight.Put;
        var strike = 671m + ((sequence * 7 % 21) - 10);
        var expiry = Expiries[(int)(sequence % 3)];
        var score = Math.Round(3 * (1 + (random.NextDouble() * random.NextDouble() * 3)), 2);
        var contract = new OptionContract((int)(1000 + sequence), "SPY", expiry, strike, right);
        var observedAt = now - TimeSpan.FromMilliseconds(30 + random.Next(60));
        var signal = new Signal
        {
            Id = Identity(1, sequence),
            EpisodeId = Identity(2, sequence),
            RepeatCount = 1,
            Kind = kind,
            Severity = score >= 9 ? SignalSeverity.High : score >= 4.5 ? SignalSeverity.Medium : SignalSeverity.Low,
            Contract = contract,
            Summary = SummaryOf(kind, contract, score),
            Score = score,
            Threshold = 3,
            Baseline = 0.4,
            ScoreUnit = "robust standard deviations",
            Spot = Spot,
            Delta = Math.Round((right == OptionRight.Call ? 0.5 : -0.5) - ((double)(strike - 671m) * 0.03), 2),
            Inputs =
            [
                new("impliedVolatility", 0.2143, "1/year"), new("fittedVolatility", 0.1871, "1/year"), new("bidAskWidth", 0.0042, "1/year"),
                new("residualScale", 0.0031, "1/year"), new("forward", 671.61, "USD"), new("quotesInFit", 38, "contracts"),
            ],
            Contributions = [new("Residual beyond the bid-ask width", score * 0.82), new("Persistence over ten updates", score * 0.27), new("Thin smile around the strike", score * -0.09)],
            Legs = [new(contract, 2.31m, 41m, 2.34m, 17m, 0.2143, 84), new(contract with { ConId = 7, Strike = strike + 1 }, 1.92m, 12m, null, null, 0.1902, 1_450)],
            NearMisses =
            [
                new(contract with { ConId = 8, Strike = strike + 1 }, 2.1, "The residual lies inside its bid-ask width."),
                new(contract with { ConId = 9, Strike = strike - 1 }, 1.4, "Below the threshold of 3."),
            ],
            MarketAt = MarketAt.AddSeconds(sequence * 4),
            ObservedAt = observedAt,
            DetectedAt = observedAt.AddMilliseconds(3 + random.Next(6)),
            PublishedAt = observedAt.AddMilliseconds(12 + random.Next(8)),
            ExpiresAt = now.AddMinutes(5),
            TraceParent = $"00-{sequence:x32}-{sequence:x16}-01",
            Source = "bot-1",
        };
        signal = change?.Invoke(signal) ?? signal;
        return new StoredSignal(sequence, signal, signal.PublishedAt?.AddMilliseconds(4) ?? now, null, null);
    }

    public static FeedStatus Feed(DateTimeOffset now, FeedState state = FeedState.Live, FeedCause cause = FeedCause.None, string text = "Ticks arrive.") => new()
    {
        State = state,
        Cause = cause,
        CauseText = text,
        Since = now.AddMinutes(-42),
        ReportedAt = now,
        TickAgeMs = 12,
        MarketAt = MarketAt,
        SessionClosesAt = new DateTimeOffset(2026, 11, 20, 21, 0, 0, TimeSpan.Zero),
        Spot = Spot,
        Underlying = "SPY",
        GatewayConnected = true,
        ServerVersion = 178,
        PaperAccount = true,
        LinesUsed = 96,
        LinesMax = 100,
        ContractsKnown = 9_384,
        TicksReceived = 1_204_331,
        TicksConflated = 8_120,
        OutboxDepth = 0,
        Source = "bot-1",
        Latencies = [new("received-observed", 90_000, 0.02, 0.09, 0.4), new("observed-detected", 1_200, 4.1, 8.8, 14.2), new("detected-published", 1_200, 6.0, 12.4, 640)],
    };

    public static ChainSnapshot Chain(DateOnly expiry, DateTimeOffset now, double spot = Spot, int strikes = 61)
    {
        var first = 671 - (strikes / 2);
        return new ChainSnapshot
        {
            Underlying = "SPY",
            Expiry = expiry,
            Expiries = Expiries,
            Spot = spot,
            Forward = spot + 0.2,
            MarketAt = MarketAt,
            TakenAt = now,
            Rows = [.. Enumerable.Range(first, strikes).Select(strike => new ChainRow(strike, Cell(strike, OptionRight.Call, spot, now), Cell(strike, OptionRight.Put, spot, now)))],
        };
    }

    private static ChainCell Cell(int strike, OptionRight right, double spot, DateTimeOffset now)
    {
        var distance = (strike - spot) * (right == OptionRight.Call ? 1 : -1);
        var volatility = 0.165 + (0.00009 * distance * distance) + ((spot - strike) * 0.0011);
        var delta = 1 / (1 + Math.Exp(distance / 4.2));
        var mid = (decimal)Math.Round(Math.Max(0, -distance) + (2.4 * Math.Exp(-Math.Abs(distance) / 6)), 2);
        var subscribed = Math.Abs(strike - spot) < 24;
        return new ChainCell
        {
            ConId = (strike * 2) + (int)right,
            Bid = mid > 0.02m ? mid - 0.01m : null,
            BidSize = subscribed ? 10 + (strike * 13 % 90) : null,
            Ask = mid + 0.02m,
            AskSize = subscribed ? 10 + (strike * 29 % 80) : null,
            Last = mid,
            ImpliedVolatility = Math.Round(volatility, 4),
            Delta = Math.Round(right == OptionRight.Call ? delta : -delta, 3),
            Gamma = Math.Round(0.09 * Math.Exp(-distance * distance / 40), 4),
            VegaPerPoint = Math.Round(0.21 * Math.Exp(-distance * distance / 60), 3),
            ThetaPerDay = Math.Round(-1.1 * Math.Exp(-distance * distance / 60), 3),
            Volume = strike * 7919 % 21_000,
            OpenInterest = (strike * 104_729 % 18_000) + (strike % 5 == 0 ? 20_000 : 0),
            ObservedAt = now,
            Subscribed = subscribed,
            Stale = !subscribed && strike % 3 == 0,
        };
    }

    private static string SummaryOf(SignalKind kind, OptionContract contract, double score) => kind switch
    {
        SignalKind.SmileResidual => $"Implied volatility of the {contract.Strike} {contract.Right} lies {score:0.0} deviations above the fitted smile.",
        SignalKind.VolumeSurge => $"1,240 contracts of the {contract.Strike} {contract.Right} traded in a minute that explains 180.",
        _ => $"The spread of the {contract.Strike} {contract.Right} is {score:0.0} times its usual width.",
    };

    private static Guid Identity(short family, long sequence) => new((int)sequence, family, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
