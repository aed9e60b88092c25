using SpyOptions.Bot.Telemetry;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Bot.MarketData;

/// <summary>The underlying's market data line: assembles its quote from ticks. Runs on the read loop.</summary>
/// <param name="chain">Where the quote is kept.</param>
/// <param name="desk">Clocks and counters.</param>
/// <param name="notices">Called with what the gateway says about the line.</param>
internal sealed class UnderlyingLine(ChainState chain, TickDesk desk, ILineNotices notices) : IMarketDataHandler
{
    private UnderlyingQuote _quote;

    /// <inheritdoc />
    public void OnTickPrice(MarketDataSubscription subscription, in TickPrice tick, long receivedTimestamp)
    {
        var stamp = desk.Receive(FeedLine.Underlying, receivedTimestamp);
        Keep(UnderlyingTicks.TryApply(ref _quote, tick, out var ignored), ignored, stamp);
    }

    /// <inheritdoc />
    public void OnTickSize(MarketDataSubscription subscription, in TickSize tick, long receivedTimestamp)
    {
        var stamp = desk.Receive(FeedLine.Underlying, receivedTimestamp);
        Keep(UnderlyingTicks.TryApply(ref _quote, tick, out var ignored), ignored, stamp);
    }

    /// <inheritdoc />
    public void OnTickGeneric(MarketDataSubscription subscription, in TickGeneric tick, long receivedTimestamp)
    {
        var stamp = desk.Receive(FeedLine.Underlying, receivedTimestamp);
        Keep(UnderlyingTicks.TryApply(ref _quote, tick, out var ignored), ignored, stamp);
    }

    /// <inheritdoc />
    public void OnTickString(MarketDataSubscription subscription, in TickString tick, long receivedTimestamp)
    {
        var stamp = desk.Receive(FeedLine.Underlying, receivedTimestamp);
        var touched = UnderlyingTicks.TryApply(ref _quote, tick, out var ignored);
        if (touched && _quote.LastTradedAt is { } tradedAt)
        {
            desk.Clock.OnTradeTime(tradedAt, receivedTimestamp);
        }

        Keep(touched, ignored, stamp);
    }

    /// <inheritdoc />
    public void OnTickOptionComputation(MarketDataSubscription subscription, in TickOptionComputation tick, long receivedTimestamp) =>
        Keep(touched: false, KnownTicks.ReasonFor(tick.TickType), desk.Receive(FeedLine.Underlying, receivedTimestamp));

    /// <inheritdoc />
    public void OnMarketDataType(MarketDataSubscription subscription, int type)
    {
        _quote = _quote with { Delayed = type != 1 };
        notices.OnDataType(type, FeedLine.Underlying);
    }

    /// <inheritdoc />
    public void OnError(MarketDataSubscription subscription, ErrorNotice error) => notices.OnUnderlyingError(error);

    private void Keep(bool touched, string? ignored, in TickStamp stamp)
    {
        if (!touched)
        {
            desk.Ignore(ignored ?? TickReasons.NotNeeded);
            return;
        }

        desk.Observe(stamp.ReceivedTimestamp);
        _quote = _quote with { Stale = false, ObservedAt = stamp.ObservedAt, TickCount = _quote.TickCount + 1 };
        chain.UnderlyingQuote = _quote;
    }
}
