using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.PaperGateway.Market;

namespace SpyOptions.Tests.PaperGateway.Support;

/// <summary>A market that stands still until the test changes a quote: SPY at 600, two expiries, strikes 590 to 610.</summary>
internal sealed class ScriptedMarket : IMarket
{
    public static readonly DateTimeOffset Noon = new(2026, 10, 5, 16, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Near = new(2026, 10, 5);
    public static readonly DateOnly Far = new(2026, 10, 16);

    private readonly ConcurrentDictionary<int, MarketQuote> quotes = [];

    public ScriptedMarket()
    {
        Clock = new MarketClock(new FakeTimeProvider(Noon), Noon.AddHours(-2.5), Noon.AddHours(4), Noon, 1);
        Contracts =
        [
            ListedContract.Stock(),
            .. from expiry in new[] { Near, Far }
               from strike in Enumerable.Range(590, 21)
               from isCall in new[] { true, false }
               where expiry == Near || strike % 5 == 0
               select ListedContract.Option(expiry, strike, isCall),
        ];
        foreach (var contract in Contracts)
        {
            quotes[contract.ConId] = contract.IsOption ? OptionQuote(2.00m, 2.10m) : StockQuote;
        }
    }

    public event Action<QuoteChange>? Changed;

    public static MarketQuote StockQuote => new()
    {
        Bid = 599.99m,
        BidSize = 300,
        Ask = 600.01m,
        AskSize = 400,
        Last = 600m,
        LastSize = 100,
        Volume = 1_000_000,
        UnderlyingPrice = 600,
        LastTradeAt = Noon,
        QuotedAt = Noon,
        PriorClose = 598m,
        Open = 599m,
        High = 601m,
        Low = 597m,
    };

    public string Name => "scripted";

    public MarketClock Clock { get; }

    public DateOnly SessionDate => Near;

    public IReadOnlyList<ListedContract> Contracts { get; }

    public IReadOnlyList<AnomalyLabel> Labels { get; set; } = [];

    public ConcurrentDictionary<int, int> Watchers { get; } = [];

    public static ListedContract Call(int strike, DateOnly? expiry = null) => ListedContract.Option(expiry ?? Near, strike, true);

    public static MarketQuote OptionQuote(decimal? bid, decimal? ask, decimal size = 10) => new()
    {
        Bid = bid,
        BidSize = bid is null ? null : size,
        Ask = ask,
        AskSize = ask is null ? null : size,
        Last = 2.05m,
        LastSize = 3,
        Volume = 120,
        OpenInterest = 4_500,
        ImpliedVolatility = 0.15,
        Delta = 0.5,
        Gamma = 0.05,
        VegaPerPoint = 0.21,
        ThetaPerDay = -0.15,
        ModelPrice = 2.05,
        UnderlyingPrice = 600,
        LastTradeAt = Noon,
        QuotedAt = Noon,
    };

    public bool TryGetQuote(int conId, out MarketQuote quote) => quotes.TryGetValue(conId, out quote);

    public void Watch(int conId) => Watchers.AddOrUpdate(conId, 1, (_, count) => count + 1);

    public void Unwatch(int conId) => Watchers.AddOrUpdate(conId, 0, (_, count) => count - 1);

    public void Step()
    {
    }

    public void Quote(int conId, MarketQuote quote)
    {
        var fields = QuoteChange.Compare(quotes[conId], quote);
        quotes[conId] = quote;
        if (fields != QuoteFields.None)
        {
            Changed?.Invoke(new QuoteChange(conId, fields, quote));
        }
    }
}
