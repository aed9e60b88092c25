using System.Globalization;
using SpyOptions.Bot.MarketData;
using SpyOptions.PaperGateway.Market;
using SpyOptions.Tests.Bot.MarketData;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.MarketData;
using QuoteFields = SpyOptions.PaperGateway.Market.QuoteFields;

namespace SpyOptions.Tests.Bot.Detection;

/// <summary>A market as the bot's lines see it: the gateway without its wire.</summary>
internal sealed class MarketLines : IMarketGateway
{
    private const QuoteFields Everything = (QuoteFields)1023;
    private readonly IMarket _market;
    private readonly TimeProvider _time;
    private readonly Dictionary<int, IMarketDataHandler> _handlers = [];
    private readonly ILookup<(DateOnly? Expiry, string Right), ListedContract> _slices;

    public MarketLines(IMarket market, TimeProvider time)
    {
        (_market, _time) = (market, time);
        _slices = market.Contracts.ToLookup(contract => (contract.Expiry, contract.Right));
        market.Changed += change =>
        {
            if (_handlers.TryGetValue(change.ConId, out var handler))
            {
                Send(handler, change.Fields, change.Quote);
            }
        };
    }

    public TwsConnectionStatus Status { get; } = new(TwsConnectionStage.Ready, 178, ["DU1"], true, DateTimeOffset.UnixEpoch, null);

    public Task<IReadOnlyList<ContractDetails>> RequestContractDetailsAsync(Contract contract, CancellationToken stop)
    {
        var listed = contract.SecType == "STK" ? [ListedContract.Stock()] : _slices[(ListedContracts.Expiry(contract.LastTradeDateOrContractMonth), contract.Right)];
        return Task.FromResult<IReadOnlyList<ContractDetails>>([.. listed.Select(found => new ContractDetails
        {
            RequestId = 1,
            Contract = contract with { ConId = found.ConId, Strike = found.Strike, LocalSymbol = found.LocalSymbol },
        })]);
    }

    public Task<IReadOnlyList<OptionParameters>> RequestOptionParametersAsync(string symbol, string secType, int conId, CancellationToken stop)
    {
        string[] expirations = [.. _market.Contracts.Select(contract => contract.Expiry).OfType<DateOnly>().Distinct().Select(expiry => expiry.ToString("yyyyMMdd", CultureInfo.InvariantCulture))];
        return Task.FromResult<IReadOnlyList<OptionParameters>>([new OptionParameters(1, "SMART", conId, "SPY", "100", expirations, [])]);
    }

    public Task<DateTimeOffset> RequestCurrentTimeAsync(CancellationToken stop) => Task.FromResult(_market.Clock.Now);

    public IDisposable Subscribe(Contract contract, string genericTicks, int key, IMarketDataHandler handler)
    {
        _handlers.Add(key, handler);
        _market.Watch(key);
        _market.TryGetQuote(key, out var quote);
        Send(handler, Everything, quote);
        return new Line(this, key);
    }

    private void Send(IMarketDataHandler handler, QuoteFields fields, in MarketQuote quote)
    {
        var none = MarketDataStage.NoSubscription;
        var now = _time.GetTimestamp();
        if (fields.HasFlag(QuoteFields.BidPrice))
        {
            handler.OnTickPrice(none, new TickPrice(1, TickType.Bid, quote.Bid ?? -1, quote.BidSize ?? 0, 1), now);
        }

        if (fields.HasFlag(QuoteFields.BidSize))
        {
            handler.OnTickSize(none, new TickSize(1, TickType.BidSize, quote.BidSize ?? 0), now);
        }

        if (fields.HasFlag(QuoteFields.AskPrice))
        {
            handler.OnTickPrice(none, new TickPrice(1, TickType.Ask, quote.Ask ?? -1, quote.AskSize ?? 0, 1), now);
        }

        if (fields.HasFlag(QuoteFields.AskSize))
        {
            handler.OnTickSize(none, new TickSize(1, TickType.AskSize, quote.AskSize ?? 0), now);
        }

        if (fields.HasFlag(QuoteFields.LastPrice) && quote.Last is { } last)
        {
            handler.OnTickPrice(none, new TickPrice(1, TickType.Last, last, quote.LastSize ?? 0, 1), now);
        }

        if (fields.HasFlag(QuoteFields.Volume))
        {
            handler.OnTickSize(none, new TickSize(1, TickType.Volume, quote.Volume), now);
        }

        if (fields.HasFlag(QuoteFields.Model) && quote.Delta is { } delta)
        {
            handler.OnTickOptionComputation(
                none,
                new TickOptionComputation(
                    1, TickType.ModelComputation, 1, quote.ImpliedVolatility ?? -1, delta, quote.ModelPrice ?? -1, 0, quote.Gamma ?? -2, quote.VegaPerPoint ?? -2, quote.ThetaPerDay ?? -2, quote.UnderlyingPrice),
                now);
        }
    }

    private sealed record Line(MarketLines Lines, int ConId) : IDisposable
    {
        public void Dispose()
        {
            Lines._handlers.Remove(ConId);
            Lines._market.Unwatch(ConId);
        }
    }
}
