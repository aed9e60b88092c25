namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>The tick types that this platform uses. A server sends others as well; they are passed on as numbers.</summary>
public static class TickType
{
    /// <summary>Size at the bid (a size tick).</summary>
    public const int BidSize = 0;

    /// <summary>The bid (a price tick).</summary>
    public const int Bid = 1;

    /// <summary>The ask (a price tick).</summary>
    public const int Ask = 2;

    /// <summary>Size at the ask (a size tick).</summary>
    public const int AskSize = 3;

    /// <summary>The last trade (a price tick).</summary>
    public const int Last = 4;

    /// <summary>Size of the last trade (a size tick).</summary>
    public const int LastSize = 5;

    /// <summary>The day's high (a price tick).</summary>
    public const int High = 6;

    /// <summary>The day's low (a price tick).</summary>
    public const int Low = 7;

    /// <summary>The day's volume (a size tick).</summary>
    public const int Volume = 8;

    /// <summary>The close of the day before (a price tick).</summary>
    public const int PriorClose = 9;

    /// <summary>Greeks from the bid (an option computation).</summary>
    public const int BidComputation = 10;

    /// <summary>Greeks from the ask (an option computation).</summary>
    public const int AskComputation = 11;

    /// <summary>Greeks from the last trade (an option computation).</summary>
    public const int LastComputation = 12;

    /// <summary>Greeks of the server's model (an option computation).</summary>
    public const int ModelComputation = 13;

    /// <summary>The day's open (a price tick).</summary>
    public const int Open = 14;

    /// <summary>30-day historical volatility of the underlying (a generic tick).</summary>
    public const int OptionHistoricalVolatility = 23;

    /// <summary>30-day implied volatility of the underlying (a generic tick).</summary>
    public const int OptionImpliedVolatility = 24;

    /// <summary>Open interest of calls (a size tick).</summary>
    public const int CallOpenInterest = 27;

    /// <summary>Open interest of puts (a size tick).</summary>
    public const int PutOpenInterest = 28;

    /// <summary>Volume of calls (a size tick).</summary>
    public const int CallVolume = 29;

    /// <summary>Volume of puts (a size tick).</summary>
    public const int PutVolume = 30;

    /// <summary>Exchange letters at the bid (a string tick).</summary>
    public const int BidExchanges = 32;

    /// <summary>Exchange letters at the ask (a string tick).</summary>
    public const int AskExchanges = 33;

    /// <summary>The mark price (a price tick).</summary>
    public const int MarkPrice = 37;

    /// <summary>Time of the last trade, seconds since 1970 UTC as text (a string tick).</summary>
    public const int LastTimestamp = 45;

    /// <summary>-1 unknown, 0 trading, 1 halted, 2 halted for volatility (a generic tick).</summary>
    public const int Halted = 49;

    /// <summary>30-day historical volatility in real time (a generic tick).</summary>
    public const int RealTimeHistoricalVolatility = 58;

    /// <summary>Delayed bid (a price tick).</summary>
    public const int DelayedBid = 66;

    /// <summary>Delayed ask (a price tick).</summary>
    public const int DelayedAsk = 67;

    /// <summary>Delayed last trade (a price tick).</summary>
    public const int DelayedLast = 68;

    /// <summary>Delayed size at the bid (a size tick).</summary>
    public const int DelayedBidSize = 69;

    /// <summary>Delayed size at the ask (a size tick).</summary>
    public const int DelayedAskSize = 70;

    /// <summary>Delayed size of the last trade (a size tick).</summary>
    public const int DelayedLastSize = 71;

    /// <summary>Delayed high (a price tick).</summary>
    public const int DelayedHigh = 72;

    /// <summary>Delayed low (a price tick).</summary>
    public const int DelayedLow = 73;

    /// <summary>Delayed volume (a size tick).</summary>
    public const int DelayedVolume = 74;

    /// <summary>Delayed prior close (a price tick).</summary>
    public const int DelayedClose = 75;

    /// <summary>Delayed open (a price tick).</summary>
    public const int DelayedOpen = 76;

    /// <summary>Delayed greeks from the bid (an option computation).</summary>
    public const int DelayedBidComputation = 80;

    /// <summary>Delayed greeks from the ask (an option computation).</summary>
    public const int DelayedAskComputation = 81;

    /// <summary>Delayed greeks from the last trade (an option computation).</summary>
    public const int DelayedLastComputation = 82;

    /// <summary>Delayed greeks of the server's model (an option computation).</summary>
    public const int DelayedModelComputation = 83;

    /// <summary>Exchange letters of the last trade (a string tick).</summary>
    public const int LastExchange = 84;

    /// <summary>Delayed time of the last trade, seconds since 1970 UTC as text (a string tick).</summary>
    public const int DelayedLastTimestamp = 88;

    /// <summary>Delayed form of <see cref="Halted"/> (a generic tick).</summary>
    public const int DelayedHalted = 90;
}
