using System.Collections.Concurrent;
using System.Threading.Channels;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.Support;

/// <summary>Keeps everything that streams bring: ticks as they were boxed, kinds of data as numbers, errors as they are.</summary>
internal sealed class RecordingMarketDataHandler : IMarketDataHandler
{
    private readonly Channel<(int Key, object What)> seen = Channel.CreateUnbounded<(int, object)>();

    public ConcurrentQueue<long> ReceivedTimestamps { get; } = new();

    public async Task<(int Key, object What)> NextAsync(CancellationToken cancellation) => await seen.Reader.ReadAsync(cancellation);

    public void OnTickPrice(MarketDataSubscription subscription, in TickPrice tick, long receivedTimestamp) => Keep(subscription, tick, receivedTimestamp);

    public void OnTickSize(MarketDataSubscription subscription, in TickSize tick, long receivedTimestamp) => Keep(subscription, tick, receivedTimestamp);

    public void OnTickGeneric(MarketDataSubscription subscription, in TickGeneric tick, long receivedTimestamp) => Keep(subscription, tick, receivedTimestamp);

    public void OnTickString(MarketDataSubscription subscription, in TickString tick, long receivedTimestamp) => Keep(subscription, tick, receivedTimestamp);

    public void OnTickOptionComputation(MarketDataSubscription subscription, in TickOptionComputation tick, long receivedTimestamp) =>
        Keep(subscription, tick, receivedTimestamp);

    public void OnMarketDataType(MarketDataSubscription subscription, int type) => seen.Writer.TryWrite((subscription.Key, type));

    public void OnError(MarketDataSubscription subscription, ErrorNotice error) => seen.Writer.TryWrite((subscription.Key, error));

    private void Keep(MarketDataSubscription subscription, object tick, long receivedTimestamp)
    {
        ReceivedTimestamps.Enqueue(receivedTimestamp);
        seen.Writer.TryWrite((subscription.Key, tick));
    }
}
