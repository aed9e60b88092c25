using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.Bot.Detection;
using SpyOptions.Bot.Detection.DataQuality;
using SpyOptions.Bot.Detection.SmileResidual;
using SpyOptions.Bot.Detection.VolumeSurge;
using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Signals;
using SpyOptions.PaperGateway.Market;
using MarketClock = SpyOptions.Bot.MarketData.MarketClock;

namespace SpyOptions.Tests.Bot.Detection;

/// <summary>A market of the paper gateway and the bot's market data and detection stages in one process, on one clock that the test moves.</summary>
internal sealed class MarketSession : ISignalSink, IDisposable
{
    private static readonly TimeSpan Dwell = new MarketDataOptions().RotationDwell;
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly BotMetrics _metrics;
    private readonly FakeTimeProvider _time;
    private readonly IMarket _market;
    private readonly MarketClock _clock;
    private readonly DetectionLoop _loop;
    private readonly LineKeeper _keeper;
    private readonly ChainDiscovery _discovery;
    private TimeSpan _passed;

    public MarketSession(IMarket market, FakeTimeProvider time, MarketDataOptions? options = null)
    {
        options ??= new MarketDataOptions();
        (_market, _time) = (market, time);
        _clock = new MarketClock(time);
        Chain = new ChainState("SPY", _clock);
        var meters = _services.GetRequiredService<IMeterFactory>();
        _metrics = new BotMetrics(meters, new HopLatencies(time));
        Own = new DetectionMetrics(meters);
        var changes = new QuoteChanges(16_384);
        var gateway = new MarketLines(market, time);
        var desk = new TickDesk(time, _clock, new FeedPulse(), changes, _metrics);
        _discovery = new ChainDiscovery(gateway, Chain, options, time, _metrics, NullLogger<ChainDiscovery>.Instance);
        var feed = new FeedMonitor(gateway, _clock, new FeedPulse(), options, time, NullLogger<FeedMonitor>.Instance);
        _keeper = new LineKeeper(gateway, _discovery, desk, Chain, feed, options, _metrics, NullLogger<LineKeeper>.Instance);
        var pipeline = new DetectionPipeline(
            new DataQualityDetector(Options.Create(new DataQualityOptions())), new SmileResidualDetector(Options.Create(new SmileResidualOptions())),
            new VolumeSurgeDetector(Options.Create(new VolumeSurgeOptions())), Options.Create(new DetectionOptions()),
            time, _metrics, Own, this, NullLogger<DetectionPipeline>.Instance);
        _loop = new DetectionLoop(Chain, changes, pipeline, time, _metrics);
    }

    public ChainState Chain { get; }

    public DetectionMetrics Own { get; }

    public BotMetrics Metrics => _metrics;

    public List<Signal> Signals { get; } = [];

    /// <summary>For each contract the stretches of market time in which it had a line.</summary>
    public Dictionary<int, List<(DateTimeOffset From, DateTimeOffset To)>> Watched { get; } = [];

    public void Emit(Signal signal) => Signals.Add(signal);

    /// <summary>Plays the session for a while of the watcher's time.</summary>
    public async Task PlayAsync(TimeSpan duration, TimeSpan step)
    {
        if (_discovery.Underlying is null)
        {
            TellTime();
            await _discovery.DiscoverAsync(_market.SessionDate, TestContext.Current.CancellationToken);
        }

        for (var end = _passed + duration; _passed < end; _passed += step)
        {
            if (_passed.Ticks % TimeSpan.TicksPerSecond < step.Ticks)
            {
                TellTime();
            }

            _keeper.Update(_passed.Ticks / Dwell.Ticks);
            _market.Step();
            _loop.StepWaiting();
            NoteWatched();
            _time.Advance(step);
        }
    }

    public void Dispose()
    {
        _loop.Dispose();
        _metrics.Dispose();
        _services.Dispose();
    }

    // As the broker tells it: whole seconds.
    private void TellTime() =>
        _clock.OnCurrentTime(DateTimeOffset.FromUnixTimeSeconds(_market.Clock.Now.ToUnixTimeSeconds()), _time.GetTimestamp(), _time.GetTimestamp());

    private void NoteWatched()
    {
        var now = _market.Clock.Now;
        foreach (var option in Chain.Expiries.SelectMany(expiry => expiry.Options).Where(option => option.Subscribed))
        {
            if (!Watched.TryGetValue(option.Contract.ConId, out var stretches))
            {
                Watched[option.Contract.ConId] = stretches = [];
            }

            if (stretches.Count > 0 && now - stretches[^1].To <= TimeSpan.FromSeconds(2 * _market.Clock.Speed))
            {
                stretches[^1] = (stretches[^1].From, now);
            }
            else
            {
                stretches.Add((now, now));
            }
        }
    }
}
