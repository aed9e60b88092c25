using Microsoft.Extensions.Time.Testing;
using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Market.Synthetic;

namespace SpyOptions.Tests.PaperGateway.Market;

/// <summary>A synthetic market on a clock that the test moves.</summary>
internal sealed class SyntheticSession
{
    public static readonly DateTimeOffset Morning = new(2026, 7, 24, 14, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    public SyntheticSession(int seed = 1, double anomaliesPerMinute = 0, DateTimeOffset? now = null, int ticksPerSecond = 400, double speed = 1)
    {
        Time = new FakeTimeProvider(now ?? Morning);
        Market = new SyntheticMarket(new MarketOptions { Seed = seed, AnomaliesPerMinute = anomaliesPerMinute, TicksPerSecond = ticksPerSecond, Speed = speed }, Time);
        Market.Changed += Changes.Add;
    }

    public FakeTimeProvider Time { get; }

    public SyntheticMarket Market { get; }

    public List<QuoteChange> Changes { get; } = [];

    public double Spot => Quote(ListedContract.StockConId).UnderlyingPrice;

    public MarketQuote Quote(int conId)
    {
        Assert.True(Market.TryGetQuote(conId, out var quote));
        return quote;
    }

    public IReadOnlyList<ListedContract> WatchNearTheMoney(int count)
    {
        var spot = (decimal)Spot;
        var near = Market.Contracts.Where(contract => contract.IsOption).OrderBy(contract => contract.Expiry!.Value.DayNumber + Math.Abs(contract.Strike - spot)).Take(count).ToList();
        Market.Watch(ListedContract.StockConId);
        near.ForEach(contract => Market.Watch(contract.ConId));
        return near;
    }

    public void Run(double seconds)
    {
        for (var steps = (int)(seconds / Period.TotalSeconds); steps > 0; steps--)
        {
            Time.Advance(Period);
            Market.Step();
        }
    }
}
