using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Signals;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.Bot.MarketData;

/// <summary>
/// Applies one tick to an option's quote. Each method answers which fields it touched; none, with a reason, when the tick has no place.
/// A delayed tick lands in the same field and marks the quote. Nothing is allocated.
/// </summary>
internal static class OptionTicks
{
    private const double UsdMax = 1e6;

    /// <summary>Applies a price tick; the size that came with it counts as well.</summary>
    public static QuoteFields Apply(ref OptionQuote quote, in TickPrice tick, out string? ignored)
    {
        var price = TickValues.Price(tick.Price, tick.Size);
        var size = TickValues.Size(tick.Size);
        ignored = null;
        switch (tick.TickType)
        {
            case TickType.Bid or TickType.DelayedBid:
                quote = quote with { Bid = price, BidSize = size, Delayed = tick.TickType == TickType.DelayedBid };
                return QuoteFields.Bid | QuoteFields.BidSize;
            case TickType.Ask or TickType.DelayedAsk:
                quote = quote with { Ask = price, AskSize = size, Delayed = tick.TickType == TickType.DelayedAsk };
                return QuoteFields.Ask | QuoteFields.AskSize;
            case TickType.Last or TickType.DelayedLast:
                quote = quote with { Last = price, LastSize = size, Delayed = tick.TickType == TickType.DelayedLast };
                return QuoteFields.Last | QuoteFields.LastSize;
            default:
                ignored = KnownTicks.ReasonFor(tick.TickType);
                return QuoteFields.None;
        }
    }

    /// <summary>Applies a size tick.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="right">The option's right: open interest comes as one of two ticks.</param>
    /// <param name="tick">The tick.</param>
    /// <param name="ignored">Why nothing was touched; null when something was.</param>
    public static QuoteFields Apply(ref OptionQuote quote, OptionRight right, in TickSize tick, out string? ignored)
    {
        if (TickValues.Size(tick.Size) is not { } size || TickValues.Count(size) is not { } count)
        {
            ignored = TickReasons.BadValue;
            return QuoteFields.None;
        }

        ignored = null;
        switch (tick.TickType)
        {
            case TickType.BidSize or TickType.DelayedBidSize:
                quote = quote with { BidSize = size };
                return QuoteFields.BidSize;
            case TickType.AskSize or TickType.DelayedAskSize:
                quote = quote with { AskSize = size };
                return QuoteFields.AskSize;
            case TickType.LastSize or TickType.DelayedLastSize:
                quote = quote with { LastSize = size };
                return QuoteFields.LastSize;
            case TickType.Volume or TickType.DelayedVolume:
                quote = quote with { Volume = count };
                return QuoteFields.Volume;
            case TickType.CallOpenInterest when Counts(right, OptionRight.Call, quote.OpenInterest, count):
            case TickType.PutOpenInterest when Counts(right, OptionRight.Put, quote.OpenInterest, count):
                quote = quote with { OpenInterest = count };
                return QuoteFields.OpenInterest;
            case TickType.CallVolume when Counts(right, OptionRight.Call, quote.Volume, count) && count > (quote.Volume ?? -1):
            case TickType.PutVolume when Counts(right, OptionRight.Put, quote.Volume, count) && count > (quote.Volume ?? -1):
                quote = quote with { Volume = count };
                return QuoteFields.Volume;
            default:
                ignored = KnownTicks.ReasonFor(tick.TickType);
                return QuoteFields.None;
        }
    }

    /// <summary>Applies an option computation: Greeks from the model, or the implied volatility of one side.</summary>
    public static QuoteFields Apply(ref OptionQuote quote, in TickOptionComputation tick, out string? ignored)
    {
        ignored = null;
        switch (tick.TickType)
        {
            case TickType.ModelComputation or TickType.DelayedModelComputation:
                quote = quote with
                {
                    ImpliedVolatility = TickValues.Volatility(tick.ImpliedVolatility),
                    Delta = TickValues.Greek(tick.Delta, 1),
                    Gamma = TickValues.Greek(tick.Gamma, UsdMax),
                    VegaPerPoint = TickValues.Greek(tick.Vega, UsdMax),
                    ThetaPerDay = TickValues.Greek(tick.Theta, UsdMax),
                    ModelPrice = TickValues.ModelPrice(tick.OptionPrice),
                    ModelSpot = TickValues.ModelPrice(tick.UnderlyingPrice),
                };
                return QuoteFields.Model;
            case TickType.BidComputation or TickType.DelayedBidComputation:
                quote = quote with { BidImpliedVolatility = TickValues.Volatility(tick.ImpliedVolatility) };
                return QuoteFields.BidVolatility;
            case TickType.AskComputation or TickType.DelayedAskComputation:
                quote = quote with { AskImpliedVolatility = TickValues.Volatility(tick.ImpliedVolatility) };
                return QuoteFields.AskVolatility;
            default:
                ignored = KnownTicks.ReasonFor(tick.TickType);
                return QuoteFields.None;
        }
    }

    /// <summary>Applies a generic tick.</summary>
    public static QuoteFields Apply(ref OptionQuote quote, in TickGeneric tick, out string? ignored)
    {
        if (tick.TickType is not (TickType.Halted or TickType.DelayedHalted))
        {
            ignored = KnownTicks.ReasonFor(tick.TickType);
            return QuoteFields.None;
        }

        ignored = null;
        quote = quote with { Halted = TickValues.Halted(tick.Value) };
        return QuoteFields.Halted;
    }

    /// <summary>Applies a text tick.</summary>
    public static QuoteFields Apply(ref OptionQuote quote, in TickString tick, out string? ignored)
    {
        if (tick.TickType is not (TickType.LastTimestamp or TickType.DelayedLastTimestamp))
        {
            ignored = KnownTicks.ReasonFor(tick.TickType);
            return QuoteFields.None;
        }

        if (TickValues.Instant(tick.Value) is not { } tradedAt)
        {
            ignored = TickReasons.BadValue;
            return QuoteFields.None;
        }

        ignored = null;
        quote = quote with { LastTradedAt = tradedAt };
        return QuoteFields.LastTradedAt;
    }

    // Which of the two ticks carries an option's own figure is not documented: the matching one is believed, the other only when nothing better is known.
    private static bool Counts(OptionRight right, OptionRight tickRight, long? known, long count) => right == tickRight || (known is null && count > 0);
}
