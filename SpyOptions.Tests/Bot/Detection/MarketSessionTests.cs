using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.Contracts.Signals;
using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Market.Recorded;
using SpyOptions.PaperGateway.Market.Synthetic;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Bot.Detection;

/// <summary>The gateway's markets through market data and detection: what was put in is found and named, and little else.</summary>
public sealed class MarketSessionTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task What_was_put_into_the_market_is_found_and_named_with_its_culprit()
    {
        var (session, market) = await PlaySyntheticAsync(seed: 3, anomaliesPerMinute: 20, TimeSpan.FromMinutes(4));
        using var owned = session;
        var explained = new HashSet<Guid>();
        var (found, known) = (0, 0);
        foreach (var group in market.Labels.GroupBy(label => label.Kind))
        {
            var judged = group.Where(label => IsJudged(session, market, label)).ToArray();
            var named = judged.Count(label => Hits(session, label).Any(signal => Names(signal, label.Kind)));
            output.WriteLine($"{group.Key}: {named} of {judged.Length}");
            explained.UnionWith(group.SelectMany(label => Hits(session, label)).Select(signal => signal.EpisodeId));
            Assert.True(named >= 0.75 * judged.Length, $"{group.Key}: {named} of {judged.Length}");
            (found, known) = (found + named, known + judged.Length);
        }

        Assert.True(known >= 20, $"Only {known} anomalies could be judged.");
        Assert.True(found >= 0.9 * known, $"{found} of {known}");
        Assert.InRange(Unexplained(session, explained), 0, 3);
    }

    [Theory]
    [InlineData(2, 1, 2)]
    [InlineData(7, 10, 3)]
    public async Task A_clean_market_gives_less_than_one_alarm_a_minute(int seed, double speed, int minutes)
    {
        var (session, _) = await PlaySyntheticAsync(seed, anomaliesPerMinute: 0, TimeSpan.FromMinutes(minutes), speed);
        using var owned = session;
        Assert.InRange(Unexplained(session, []), 0, minutes - 1);
    }

    [Fact]
    public async Task A_flood_of_anomalies_is_held_back_by_episode_and_not_by_step()
    {
        var (session, _) = await PlaySyntheticAsync(seed: 1, anomaliesPerMinute: 600, TimeSpan.FromMinutes(1));
        using var owned = session;
        Assert.InRange(session.Own.SignalsSuppressed.Read(nameof(SignalKind.DataQuality)), 0, 60);
    }

    [Theory]
    [InlineData("2026-07-17", 120, 200, 12)]
    [InlineData("2026-07-28", 300, 80, 12)]
    [InlineData("2026-07-29", 1, 660, 1)]
    public async Task A_recorded_day_gives_few_alarms_at_any_speed(string date, double speed, int seconds, int episodesMax)
    {
        if (Repository.MarketData is not { } data || Path.Combine(data, "spy-0dte-intraday", date + ".csv.gz") is not { } path || !File.Exists(path))
        {
            Assert.Skip("The recorded SPY sessions are not beside the repository.");
            return;
        }

        var time = new FakeTimeProvider(DateTimeOffset.Parse(date + "T15:00:00Z", CultureInfo.InvariantCulture));
        using var session = new MarketSession(new RecordedMarket(SessionFileReader.Read(path), speed, time), time);
        await session.PlayAsync(TimeSpan.FromSeconds(seconds), TimeSpan.FromMilliseconds(100));
        Assert.Equal(0, session.Metrics.Errors.Read("detection"));
        Assert.InRange(Unexplained(session, []), 0, episodesMax);
    }

    private static async Task<(MarketSession Session, SyntheticMarket Market)> PlaySyntheticAsync(int seed, double anomaliesPerMinute, TimeSpan duration, double speed = 1)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 27, 15, 0, 0, TimeSpan.Zero));
        var market = new SyntheticMarket(new MarketOptions { Seed = seed, AnomaliesPerMinute = anomaliesPerMinute, Speed = speed }, time);
        var session = new MarketSession(market, time);
        await session.PlayAsync(duration, Step);
        Assert.Equal(0, session.Metrics.Errors.Read("detection"));
        return (session, market);
    }

    // A line that walks on during the anomaly cannot show it, and a burst is judged against at least a minute of the contract's own past.
    private static bool IsJudged(MarketSession session, SyntheticMarket market, AnomalyLabel label)
    {
        var before = TimeSpan.FromSeconds(label.Kind == AnomalyKind.VolumeBurst ? 75 : 0);
        return label.EndsAt < market.Clock.Now
            && session.Watched.GetValueOrDefault(label.ConId) is { } stretches
            && stretches.Any(stretch => stretch.From + before <= label.StartsAt && stretch.To >= label.EndsAt);
    }

    private static IEnumerable<Signal> Hits(MarketSession session, AnomalyLabel label) =>
        session.Signals.Where(signal => signal.Contract.ConId == label.ConId && signal.MarketAt >= label.StartsAt.AddSeconds(-2) && signal.MarketAt <= label.EndsAt.AddSeconds(60));

    private int Unexplained(MarketSession session, HashSet<Guid> explained)
    {
        var alarms = session.Signals.Where(signal => !explained.Contains(signal.EpisodeId)).DistinctBy(signal => signal.EpisodeId).ToArray();
        foreach (var alarm in alarms)
        {
            output.WriteLine($"{alarm.MarketAt:HH:mm:ss} {alarm.Kind} {alarm.Contract.Expiry:MM-dd} {alarm.Contract.Strike} {alarm.Contract.Right}: {alarm.Summary} (score {alarm.Score:0.0})");
        }

        return alarms.Length;
    }

    private static bool Names(Signal signal, AnomalyKind kind) => kind switch
    {
        AnomalyKind.VolatilityBump => signal.Kind == SignalKind.SmileResidual,
        AnomalyKind.VolumeBurst => signal.Kind == SignalKind.VolumeSurge,
        _ => signal.Kind == SignalKind.DataQuality && signal.Contributions.Any(part => part.Name == kind switch
        {
            AnomalyKind.CrossedQuote => "bid above ask",
            AnomalyKind.SpreadBlowOut => "spread wider than usual",
            AnomalyKind.StaleQuote => "silent while the underlying moved",
            _ => "no bid where the neighbours are bid",
        }),
    };
}
