using System.Globalization;
using SpyOptions.PaperGateway.Market;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Wire;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Turns a change of a quote into ticks.</summary>
internal static class TickWriter
{
    private const decimal NoPrice = -1m;
    private const int AutoExecutable = 1;
    private const int PriceBased = 1;

    /// <summary>Writes the ticks of one line.</summary>
    /// <param name="frames">Where they go.</param>
    /// <param name="line">The line.</param>
    /// <param name="fields">What changed.</param>
    /// <param name="quote">The quote.</param>
    /// <returns>The number of ticks.</returns>
    public static int Write(FrameWriter frames, MarketDataLine line, QuoteFields fields, in MarketQuote quote)
    {
        if (line.IsCancelled)
        {
            return 0;
        }

        var id = line.RequestId;
        var isFirst = !line.HasStarted;
        line.HasStarted = true;
        var count = WriteSide(frames, id, TickType.Bid, TickType.BidSize, fields.HasFlag(QuoteFields.BidPrice), fields.HasFlag(QuoteFields.BidSize), quote.Bid, quote.BidSize);
        count += WriteSide(frames, id, TickType.Ask, TickType.AskSize, fields.HasFlag(QuoteFields.AskPrice), fields.HasFlag(QuoteFields.AskSize), quote.Ask, quote.AskSize);
        if (!line.IsCombo)
        {
            count += WriteTrades(frames, line, fields, in quote);
            count += WriteRange(frames, id, fields, in quote);
            count += WriteModel(frames, line, fields, in quote);
            count += isFirst ? Write(frames, new TickGeneric(id, TickType.Halted, 0)) : 0;
        }

        return count + (line.IsSnapshot ? Write(frames, new TickSnapshotEnd(id)) : 0);
    }

    private static int WriteSide(FrameWriter frames, int id, int priceType, int sizeType, bool isPrice, bool isSize, decimal? price, decimal? size)
    {
        var count = isPrice ? Write(frames, new TickPrice(id, priceType, price ?? NoPrice, size ?? 0, price is null ? 0 : AutoExecutable)) : 0;
        return count + (isSize ? Write(frames, new TickSize(id, sizeType, size ?? 0)) : 0);
    }

    private static int WriteTrades(FrameWriter frames, MarketDataLine line, QuoteFields fields, in MarketQuote quote)
    {
        var id = line.RequestId;
        var count = 0;
        if (fields.HasFlag(QuoteFields.LastPrice) && quote.Last is { } last)
        {
            count += Write(frames, new TickPrice(id, TickType.Last, last, quote.LastSize ?? 0, 0));
            count += quote.LastTradeAt is { } tradedAt
                ? Write(frames, new TickString(id, TickType.LastTimestamp, tradedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)))
                : 0;
        }

        count += fields.HasFlag(QuoteFields.LastSize) && quote.LastSize is { } size ? Write(frames, new TickSize(id, TickType.LastSize, size)) : 0;
        if (fields.HasFlag(QuoteFields.Volume))
        {
            count += Write(frames, new TickSize(id, TickType.Volume, quote.Volume));
            count += line.GenericTicks.HasFlag(GenericTicks.OptionVolume) && line.Contract.IsOption
                ? Write(frames, new TickSize(id, line.Contract.IsCall ? TickType.CallVolume : TickType.PutVolume, quote.Volume))
                : 0;
        }

        return count + (fields.HasFlag(QuoteFields.OpenInterest) && line.GenericTicks.HasFlag(GenericTicks.OpenInterest) && line.Contract.IsOption
            ? Write(frames, new TickSize(id, line.Contract.IsCall ? TickType.CallOpenInterest : TickType.PutOpenInterest, quote.OpenInterest))
            : 0);
    }

    private static int WriteRange(FrameWriter frames, int id, QuoteFields fields, in MarketQuote quote) => fields.HasFlag(QuoteFields.Range)
        ? WritePrice(frames, id, TickType.High, quote.High) + WritePrice(frames, id, TickType.Low, quote.Low)
            + WritePrice(frames, id, TickType.PriorClose, quote.PriorClose) + WritePrice(frames, id, TickType.Open, quote.Open)
        : 0;

    private static int WriteModel(FrameWriter frames, MarketDataLine line, QuoteFields fields, in MarketQuote quote)
    {
        var id = line.RequestId;
        var count = line.GenericTicks.HasFlag(GenericTicks.MarkPrice) && (fields & (QuoteFields.BidPrice | QuoteFields.AskPrice)) != 0
            ? WritePrice(frames, id, TickType.MarkPrice, (quote.Bid + quote.Ask) / 2)
            : 0;
        if (!line.Contract.IsOption || !fields.HasFlag(QuoteFields.Model))
        {
            return count;
        }

        count += line.GenericTicks.HasFlag(GenericTicks.ImpliedVolatility) && quote.ImpliedVolatility is { } volatility
            ? Write(frames, new TickGeneric(id, TickType.OptionImpliedVolatility, volatility))
            : 0;
        var model = new TickOptionComputation(
            id,
            TickType.ModelComputation,
            PriceBased,
            quote.ImpliedVolatility ?? -1,
            quote.Delta ?? -2,
            quote.ModelPrice ?? -1,
            0,
            quote.Gamma ?? -2,
            quote.VegaPerPoint ?? -2,
            quote.ThetaPerDay ?? -2,
            quote.UnderlyingPrice);
        return count + Write(frames, in model);
    }

    private static int WritePrice(FrameWriter frames, int id, int tickType, decimal? price) =>
        price is { } known ? Write(frames, new TickPrice(id, tickType, known, 0, 0)) : 0;

    private static int Write<T>(FrameWriter frames, in T message)
        where T : ITwsMessage
    {
        frames.Write(in message);
        return 1;
    }
}
