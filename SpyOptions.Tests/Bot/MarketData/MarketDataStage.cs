using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.Tests.Bot.MarketData;

/// <summary>The market data stage on a fake gateway and a fake clock, wired by hand.</summary>
internal sealed class MarketDataStage : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 7, 24, 15, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _meters = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public MarketDataStage(MarketDataOptions? options = null)
    {
        Options = options ?? new MarketDataOptions();
        Clock = new MarketClock(Time);
        Chain = new ChainState(Options.Underlying, Clock);
        Metrics = new BotMetrics(_meters.GetRequiredService<IMeterFactory>(), Hops = new HopLatencies(Time));
        Desk = new TickDesk(Time, Clock, Pulse, Changes, Metrics);
        Feed = new FeedMonitor(Gateway, Clock, Pulse, Options, Time, NullLogger<FeedMonitor>.Instance);
        Discovery = new ChainDiscovery(Gateway, Chain, Options, Time, Metrics, NullLogger<ChainDiscovery>.Instance);
        Keeper = new LineKeeper(Gateway, Discovery, Desk, Chain, Feed, Options, Metrics, NullLogger<LineKeeper>.Instance);
    }

    public FakeTimeProvider Time { get; } = new(Now);

    public FakeMarketGateway Gateway { get; } = new();

    public MarketDataOptions Options { get; }

    public MarketClock Clock { get; }

    public ChainState Chain { get; }

    public FeedPulse Pulse { get; } = new();

    public QuoteChanges Changes { get; } = new(16_384);

    public HopLatencies Hops { get; }

    public BotMetrics Metrics { get; }

    public TickDesk Desk { get; }

    public FeedMonitor Feed { get; }

    public ChainDiscovery Discovery { get; }

    public LineKeeper Keeper { get; }

    public void TellTime() => Clock.OnCurrentTime(Time.GetUtcNow(), Time.GetTimestamp(), Time.GetTimestamp());

    public async Task StreamAsync(decimal spot = 600m)
    {
        TellTime();
        await Discovery.DiscoverAsync(DateOnly.FromDateTime(Now.Date), TestContext.Current.CancellationToken);
        Keeper.Update(0);
        TickSpot(spot);
        Keeper.Update(0);
    }

    public void TickSpot(decimal spot)
    {
        var handler = Gateway.Lines[FakeMarketGateway.UnderlyingConId].Handler;
        handler.OnTickPrice(NoSubscription, new TickPrice(1, TickType.Bid, spot - 0.01m, 100, 1), Time.GetTimestamp());
        handler.OnTickPrice(NoSubscription, new TickPrice(1, TickType.Ask, spot + 0.01m, 100, 1), Time.GetTimestamp());
    }

    // Lines never look at the subscription that they are called with.
    public static MarketDataSubscription NoSubscription => null!;

    public void Dispose()
    {
        Metrics.Dispose();
        _meters.Dispose();
    }
}
