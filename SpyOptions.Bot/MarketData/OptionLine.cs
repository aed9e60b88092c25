using SpyOptions.Bot.Telemetry;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Bot.MarketData;

/// <summary>One option's market data line: assembles its quote from ticks and hands every change over. Runs on the read loop.</summary>
/// <param name="option">The option.</param>
/// <param name="desk">Clocks, counters and the hand-over.</param>
/// <param name="notices">Called with what the gateway says about the line.</param>
internal sealed class OptionLine(QuotedOption option, TickDesk desk, ILineNotices notices) : IMarketDataHandler
{
    private const QuoteFields BothSides = QuoteFields.Bid | QuoteFields.Ask;

    // A side that was never told within this time does not exist; before, the sides of a line that begins are of different ages.
    private static readonly TimeSpan OneSidedAfter = TimeSpan.FromSeconds(2);

    private OptionQuote _quote = option.Quote with { Bid = null, BidSize = null, Ask = null, AskSize = null };
    private QuoteFields _seen;
    private DateTimeOffset _firstAt;
    private bool _restart = true;
    private volatile bool _released;

    /// <summary>The option.</summary>
    public QuotedOption Option => option;

    /// <inheritdoc />
    public void OnTickPrice(MarketDataSubscription subscription, in TickPrice tick, long receivedTimestamp)
    {
        var stamp = desk.Receive(FeedLine.Option, receivedTimestamp);
        Publish(OptionTicks.Apply(ref _quote, tick, out var ignored), ignored, stamp);
    }

    /// <inheritdoc />
    public void OnTickSize(MarketDataSubscription subscription, in TickSize tick, long receivedTimestamp)
    {
        var stamp = desk.Receive(FeedLine.Option, receivedTimestamp);
        Publish(OptionTicks.Apply(ref _quote, option.Contract.Right, tick, out var ignored), ignored, stamp);
    }

    /// <inheritdoc />
    public void OnTickGeneric(MarketDataSubscription subscription, in TickGeneric tick, long receivedTimestamp)
    {
        var stamp = desk.Receive(FeedLine.Option, receivedTimestamp);
        Publish(OptionTicks.Apply(ref _quote, tick, out var ignored), ignored, stamp);
    }

    /// <inheritdoc />
    public void OnTickString(MarketDataSubscription subscription, in TickString tick, long receivedTimestamp)
    {
        var stamp = desk.Receive(FeedLine.Option, receivedTimestamp);
        var fields = OptionTicks.Apply(ref _quote, tick, out var ignored);
        if (_quote.LastTradedAt is { } tradedAt && fields == QuoteFields.LastTradedAt)
        {
            desk.Clock.OnTradeTime(tradedAt, receivedTimestamp);
        }

        Publish(fields, ignored, stamp);
    }

    /// <inheritdoc />
    public void OnTickOptionComputation(MarketDataSubscription subscription, in TickOptionComputation tick, long receivedTimestamp)
    {
        var stamp = desk.Receive(FeedLine.Option, receivedTimestamp);
        Publish(OptionTicks.Apply(ref _quote, tick, out var ignored), ignored, stamp);
    }

    /// <inheritdoc />
    public void OnMarketDataType(MarketDataSubscription subscription, int type)
    {
        _quote = _quote with { Delayed = type != 1 };
        notices.OnDataType(type, FeedLine.Option);
    }

    /// <inheritdoc />
    public void OnError(MarketDataSubscription subscription, ErrorNotice error) => notices.OnLineError(this, error);

    /// <summary>Ends the line: the quote stays, marked stale, and a tick that is still on its way is only counted.</summary>
    public void Release()
    {
        _released = true;
        option.Subscribed = false;
        desk.Changes.PublishStale(option);
    }

    /// <summary>Marks the quote stale until both sides have come again, because the feed was lost.</summary>
    public void MarkStale()
    {
        Volatile.Write(ref _restart, true);
        desk.Changes.PublishStale(option);
    }

    private void Publish(QuoteFields fields, string? ignored, in TickStamp stamp)
    {
        if (_released || fields == QuoteFields.None)
        {
            desk.Ignore(_released ? TickReasons.ReleasedLine : ignored ?? TickReasons.NotNeeded);
            return;
        }

        if (_restart)
        {
            Volatile.Write(ref _restart, false);
            _seen = QuoteFields.None;
            _firstAt = stamp.ObservedAt;
        }

        _seen |= fields;
        _quote = _quote with
        {
            Stale = (_seen & BothSides) != BothSides && stamp.ObservedAt - _firstAt < OneSidedAfter,
            ObservedAt = stamp.ObservedAt,
            BookObservedAt = (fields & QuoteFields.Book) != 0 ? stamp.ObservedAt : _quote.BookObservedAt,
            MarketAt = stamp.MarketAt,
            ReceivedTimestamp = stamp.ReceivedTimestamp,
            ObservedTimestamp = desk.Observe(stamp.ReceivedTimestamp),
            TickCount = _quote.TickCount + 1,
        };
        desk.Changes.Publish(option, _quote, fields);
    }
}
