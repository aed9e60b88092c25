using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.Bot.Detection;
using SpyOptions.Bot.Detection.DataQuality;
using SpyOptions.Bot.Detection.SmileResidual;
using SpyOptions.Bot.Detection.VolumeSurge;
using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Signals;
using SpyOptions.Quant.Calendars;
using SpyOptions.Quant.Pricing;

namespace SpyOptions.Tests.Bot.Detection;

/// <summary>The detection stage on a hand-made chain, with clocks that the test moves.</summary>
internal sealed class DetectionBench : IMarketTime, ISignalSink, IDisposable
{
    public const double Spot = 750;
    public static readonly DateOnly Expiry = new(2026, 8, 7);
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly BotMetrics _botMetrics;
    private readonly Dictionary<int, OptionQuote> _quotes = [];

    public DetectionBench(DetectionOptions? options = null, VolumeSurgeOptions? volume = null, IEnumerable<OptionContract>? contracts = null, string underlying = "SPY")
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 27, 18, 0, 0, TimeSpan.Zero));
        MarketAt = Time.GetUtcNow();
        Chain = new ChainState(underlying, this);
        Changes = new QuoteChanges(65_536);
        Chain.Replace((contracts ?? Listed(Expiry, 720, 780)).Select(contract => new QuotedOption(contract)));
        var meters = _services.GetRequiredService<IMeterFactory>();
        _botMetrics = new BotMetrics(meters, new HopLatencies(Time));
        Own = new DetectionMetrics(meters);
        var pipeline = new DetectionPipeline(
            new DataQualityDetector(Options.Create(new DataQualityOptions())), new SmileResidualDetector(Options.Create(new SmileResidualOptions())),
            new VolumeSurgeDetector(Options.Create(volume ?? new VolumeSurgeOptions())), Options.Create(options ?? new DetectionOptions()),
            Time, _botMetrics, Own, this, NullLogger<DetectionPipeline>.Instance);
        Loop = new DetectionLoop(Chain, Changes, pipeline, Time, _botMetrics);
        SetSpot(Spot);
    }

    public FakeTimeProvider Time { get; }

    public ChainState Chain { get; }

    public QuoteChanges Changes { get; }

    public DetectionLoop Loop { get; }

    public DetectionMetrics Own { get; }

    public BotMetrics Metrics => _botMetrics;

    public List<Signal> Signals { get; } = [];

    public DateTimeOffset MarketAt { get; set; }

    public DateTimeOffset? Now => MarketAt;

    public bool? SessionOpen => true;

    public DateTimeOffset? SessionClosesAt => null;

    public double Price { get; private set; } = Spot;

    public double? YearsToExpiry(DateOnly expiry) => ExchangeCalendar.YearsToExpiry(MarketAt, expiry);

    public void Emit(Signal signal) => Signals.Add(signal);

    public void Dispose()
    {
        Loop.Dispose();
        _botMetrics.Dispose();
        _services.Dispose();
    }

    public static IEnumerable<OptionContract> Listed(DateOnly expiry, int low, int high) =>
        from strike in Enumerable.Range(low, high - low + 1)
        from right in new[] { OptionRight.Call, OptionRight.Put }
        select new OptionContract(((expiry.DayNumber % 1000) * 100_000) + (strike * 10) + (right == OptionRight.Call ? 1 : 2), "SPY", expiry, strike, right);

    public static double Smile(double strike, double spot = Spot)
    {
        var x = Math.Log(strike / spot);
        return 0.16 - (0.6 * x) + (4 * x * x);
    }

    public QuotedOption Option(decimal strike, OptionRight right, DateOnly? expiry = null) =>
        Chain.Find(expiry ?? Expiry)!.Options.Single(option => option.Contract.Strike == strike && option.Contract.Right == right);

    public void SetSpot(double spot)
    {
        Price = spot;
        Chain.UnderlyingQuote = new UnderlyingQuote
        {
            Bid = (decimal)spot - 0.01m,
            Ask = (decimal)spot + 0.01m,
            ObservedAt = Time.GetUtcNow(),
            TickCount = 1,
        };
    }

    /// <summary>A two-sided quote about the model price, in whole cents, at least two cents wide.</summary>
    public OptionQuote Fair(QuotedOption option, double volatilityShift = 0)
    {
        var contract = option.Contract;
        var isCall = contract.Right == OptionRight.Call;
        var volatility = Smile((double)contract.Strike) + volatilityShift;
        var price = Black76.Price(isCall, Price, (double)contract.Strike, YearsToExpiry(contract.Expiry)!.Value, volatility, Math.Exp(-0.04 * YearsToExpiry(contract.Expiry)!.Value));
        var half = Math.Max(0.01, Math.Round(price * 0.004, 2));
        return _quotes.GetValueOrDefault(contract.ConId) with
        {
            Bid = (decimal)Math.Max(0, Math.Floor((price - half) * 100) / 100),
            BidSize = 20,
            Ask = (decimal)(Math.Ceiling((price + half) * 100) / 100),
            AskSize = 20,
        };
    }

    public void Publish(QuotedOption option, OptionQuote quote, QuoteFields fields = QuoteFields.Book)
    {
        var now = Time.GetUtcNow();
        quote = quote with
        {
            ObservedAt = now,
            BookObservedAt = (fields & QuoteFields.Book) != 0 ? now : quote.BookObservedAt,
            MarketAt = MarketAt,
            ReceivedTimestamp = Time.GetTimestamp(),
            ObservedTimestamp = Time.GetTimestamp(),
            TickCount = quote.TickCount + 1,
        };
        _quotes[option.Contract.ConId] = quote;
        Changes.Publish(option, quote, fields);
    }

    /// <summary>Publishes every option fairly, except what the test overrides, steps, and moves both clocks.</summary>
    public void Tick(Func<QuotedOption, OptionQuote, OptionQuote?>? change = null, double seconds = 0.5)
    {
        foreach (var option in Chain.Expiries.SelectMany(expiry => expiry.Options))
        {
            var quote = Fair(option);
            if ((change is null ? quote : change(option, quote)) is { } published)
            {
                Publish(option, published, QuoteFields.Book | QuoteFields.Volume);
            }
        }

        Loop.StepWaiting();
        Advance(seconds);
    }

    public void Advance(double seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        MarketAt = MarketAt.AddSeconds(seconds);
    }
}
