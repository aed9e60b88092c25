using SpyOptions.Bot.Telemetry;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.Bot.MarketData;

/// <summary>Applies one tick to the underlying's quote. Each method answers whether it touched anything, else with the reason.</summary>
internal static class UnderlyingTicks
{
    /// <summary>Applies a price tick.</summary>
    public static bool TryApply(ref UnderlyingQuote quote, in TickPrice tick, out string? ignored)
    {
        var price = TickValues.Price(tick.Price, tick.Size);
        var size = TickValues.Size(tick.Size);
        ignored = null;
        switch (tick.TickType)
        {
            case TickType.Bid or TickType.DelayedBid:
                quote = quote with { Bid = price, BidSize = size, Delayed = tick.TickType == TickType.DelayedBid };
                return true;
            case TickType.Ask or TickType.DelayedAsk:
                quote = quote with { Ask = price, AskSize = size, Delayed = tick.TickType == TickType.DelayedAsk };
                return true;
            case TickType.Last or TickType.DelayedLast:
                quote = quote with { Last = price, Delayed = tick.TickType == TickType.DelayedLast };
                return true;
            case TickType.PriorClose or TickType.DelayedClose:
                quote = quote with { PriorClose = price };
                return true;
            default:
                ignored = KnownTicks.ReasonFor(tick.TickType);
                return false;
        }
    }

    /// <summary>Applies a size tick.</summary>
    public static bool TryApply(ref UnderlyingQuote quote, in TickSize tick, out string? ignored)
    {
        if (TickValues.Size(tick.Size) is not { } size || TickValues.Count(size) is not { } count)
        {
            ignored = TickReasons.BadValue;
            return false;
        }

        ignored = null;
        switch (tick.TickType)
        {
            case TickType.BidSize or TickType.DelayedBidSize:
                quote = quote with { BidSize = size };
                return true;
            case TickType.AskSize or TickType.DelayedAskSize:
                quote = quote with { AskSize = size };
                return true;
            case TickType.Volume or TickType.DelayedVolume:
                quote = quote with { Volume = count };
                return true;
            default:
                ignored = KnownTicks.ReasonFor(tick.TickType);
                return false;
        }
    }

    /// <summary>Applies a generic tick.</summary>
    public static bool TryApply(ref UnderlyingQuote quote, in TickGeneric tick, out string? ignored)
    {
        ignored = null;
        switch (tick.TickType)
        {
            case TickType.Halted or TickType.DelayedHalted:
                quote = quote with { Halted = TickValues.Halted(tick.Value) };
                return true;
            case TickType.OptionImpliedVolatility:
                quote = quote with { ImpliedVolatility = TickValues.Volatility(tick.Value) };
                return true;
            case TickType.RealTimeHistoricalVolatility:
                quote = quote with { HistoricalVolatility = TickValues.Volatility(tick.Value) };
                return true;
            default:
                ignored = KnownTicks.ReasonFor(tick.TickType);
                return false;
        }
    }

    /// <summary>Applies a text tick.</summary>
    public static bool TryApply(ref UnderlyingQuote quote, in TickString tick, out string? ignored)
    {
        if (tick.TickType is not (TickType.LastTimestamp or TickType.DelayedLastTimestamp))
        {
            ignored = KnownTicks.ReasonFor(tick.TickType);
            return false;
        }

        if (TickValues.Instant(tick.Value) is not { } tradedAt)
        {
            ignored = TickReasons.BadValue;
            return false;
        }

        ignored = null;
        quote = quote with { LastTradedAt = tradedAt };
        return true;
    }
}
