using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpyOptions.Bot.Publishing;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Bot.Publishing;

/// <summary>One run of the publishing stage on a file, against an API that the test plays.</summary>
internal sealed class PublishingBench : IHttpClientFactory, IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly PlayedApi _api;

    public PublishingBench(string path, PlayedApi api, Action<PublishingOptions>? configure = null)
    {
        _api = api;
        Options = new PublishingOptions
        {
            OutboxPath = path,
            ApiKey = "0123456789abcdef",
            RetryMin = TimeSpan.FromMilliseconds(10),
            RetryMax = TimeSpan.FromMilliseconds(20),
            RefusedRetry = TimeSpan.FromMilliseconds(20),
        };
        configure?.Invoke(Options);
        var meters = _services.GetRequiredService<IMeterFactory>();
        Own = new PublishingMetrics(meters);
        Metrics = new BotMetrics(meters, new HopLatencies(TimeProvider.System));
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        var outboxLog = new KeptLog<Outbox>();
        var publisherLog = new KeptLog<OutboxPublisher>();
        Log = publisherLog.Lines;
        Outbox = new Outbox(options, TimeProvider.System, Own, outboxLog);
        Publisher = new OutboxPublisher(Outbox, new SignalSender(this), options, TimeProvider.System, Metrics, Own, publisherLog);
    }

    public PublishingOptions Options { get; }

    public PublishingMetrics Own { get; }

    public BotMetrics Metrics { get; }

    public Outbox Outbox { get; }

    public OutboxPublisher Publisher { get; }

    public ConcurrentQueue<string> Log { get; }

    public HttpClient CreateClient(string name)
    {
        var client = new HttpClient(_api, disposeHandler: false);
        SignalSender.Configure(Options, client);
        return client;
    }

    public static Signal Signal(int number) => new()
    {
        Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
        EpisodeId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
        RepeatCount = number + 1,
        Kind = SignalKind.SmileResidual,
        Severity = SignalSeverity.Low,
        Contract = new OptionContract(number + 1, "SPY", new DateOnly(2026, 8, 7), 750, OptionRight.Call),
        Summary = "test",
        Score = 2,
        Threshold = 1,
        Baseline = 0,
        ScoreUnit = "widths",
        Spot = 750,
        Inputs = [],
        Contributions = [new ScoreContribution("all", 2)],
        Legs = [],
        NearMisses = [],
        MarketAt = TimeProvider.System.GetUtcNow(),
        ObservedAt = TimeProvider.System.GetUtcNow(),
        DetectedAt = TimeProvider.System.GetUtcNow(),
        ExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(2),
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        Source = "test",
    };

    public async Task StartAsync()
    {
        await Publisher.StartAsync(TestContext.Current.CancellationToken);
        await Outbox.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task StopAsync()
    {
        await Outbox.StopAsync(TestContext.Current.CancellationToken);
        await Publisher.StopAsync(TestContext.Current.CancellationToken);
    }

    public static async Task Until(Func<bool> condition)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(20), "The condition did not come true within 20 s.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        Publisher.Dispose();
        Outbox.Dispose();
        Metrics.Dispose();
        _services.Dispose();
    }

    private sealed class KeptLog<T> : ILogger<T>
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{eventId.Id} {formatter(state, exception)}");
    }
}

/// <summary>An API that answers as the test wants and remembers what it acknowledged, in order.</summary>
internal sealed class PlayedApi(Func<IReadOnlyList<Signal>, HttpStatusCode> answer) : HttpMessageHandler
{
    public Func<IReadOnlyList<Signal>, HttpStatusCode> Answer { get; set; } = answer;

    public ConcurrentQueue<Signal> Acknowledged { get; } = [];

    public int Requests { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        Assert.Equal("/signals", request.RequestUri!.AbsolutePath);
        Assert.Equal(["0123456789abcdef"], request.Headers.GetValues("X-Api-Key"));
        var batch = (await request.Content!.ReadFromJsonAsync(ContractsJson.Default.SignalBatch, cancellationToken))!;
        var status = Answer(batch.Signals);
        if (status == HttpStatusCode.OK)
        {
            foreach (var signal in batch.Signals)
            {
                Acknowledged.Enqueue(signal);
            }
        }

        return new HttpResponseMessage(status) { Content = new StringContent(status == HttpStatusCode.OK ? "{\"results\":[]}" : "{\"detail\":\"signals[0].spot: must be a positive number.\"}") };
    }
}
