using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection;
using SpyOptions.Bot.Hosting;
using SpyOptions.Bot.Publishing;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Feed;
using SpyOptions.Tests.Bot.MarketData;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.Tests.Bot.Hosting;

public sealed class FeedReporterTests : IDisposable
{
    private readonly MarketDataStage _stage = new();
    private readonly Api _api = new();
    private readonly FeedReporter _reporter;

    public FeedReporterTests()
    {
        var status = new FeedStatusBuilder(
            _stage.Gateway, _stage.Feed, _stage.Chain, _stage.Pulse, _stage.Keeper, _stage.Changes, new FullOutbox(), _stage.Hops, _stage.Metrics,
            Options.Create(new DetectionOptions()), _stage.Time);
        _reporter = new FeedReporter(
            _api, status, new ChainSnapshots(_stage.Chain, _stage.Options, _stage.Time), Options.Create(new FeedReporterOptions()),
            Options.Create(new PublishingOptions { ApiKey = "0123456789abcdef" }), _stage.Time, _stage.Metrics, NullLogger<FeedReporter>.Instance);
    }

    public void Dispose()
    {
        _reporter.Dispose();
        _stage.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task A_report_carries_the_state_and_only_the_chains_that_changed()
    {
        await _stage.StreamAsync();
        _stage.Feed.Step(90);
        Assert.Equal(TimeSpan.FromMilliseconds(500), await _reporter.ReportAsync(TestContext.Current.CancellationToken));
        var first = _api.Last!;
        Assert.Equal(3, first.Chains.Count);
        Assert.Equal((600.0, true, 100, 3), (first.Status.Spot!.Value, first.Status.PaperAccount, first.Status.LinesMax, first.Status.OutboxDepth));
        Assert.Equal(30_000, first.Status.OutboxAgeMs);
        Assert.All(first.Chains, chain => Assert.Equal(41, chain.Rows.Count));

        await _reporter.ReportAsync(TestContext.Current.CancellationToken);
        Assert.Empty(_api.Last!.Chains);

        var conId = FakeMarketGateway.ConId(new DateOnly(2026, 7, 24), 600, "C");
        var line = _stage.Gateway.Lines[conId].Handler;
        line.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(1, TickType.Bid, 2m, 5, 1), _stage.Time.GetTimestamp());
        line.OnTickPrice(MarketDataStage.NoSubscription, new TickPrice(1, TickType.Ask, 2.1m, 5, 1), _stage.Time.GetTimestamp());
        await _reporter.ReportAsync(TestContext.Current.CancellationToken);
        var chain = Assert.Single(_api.Last!.Chains);
        var cell = chain.Rows.Single(row => row.Strike == 600).Call!;
        Assert.Equal((conId, 2m, 2.1m, true, false), (cell.ConId, cell.Bid, cell.Ask, cell.Subscribed, cell.Stale));
    }

    [Fact]
    public async Task A_report_that_fails_is_counted_waited_on_and_its_chains_come_again()
    {
        await _stage.StreamAsync();
        _api.Answer = HttpStatusCode.Unauthorized;
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(TimeSpan.FromSeconds(1), await _reporter.ReportAsync(stop));
        Assert.Equal(TimeSpan.FromSeconds(2), await _reporter.ReportAsync(stop));
        for (var failure = 0; failure < 40; failure++)
        {
            await _reporter.ReportAsync(stop);
        }

        Assert.Equal(TimeSpan.FromSeconds(5), await _reporter.ReportAsync(stop));
        Assert.Equal(43, _stage.Metrics.Errors.Read(BotErrors.FeedReport));
        _api.Answer = HttpStatusCode.NoContent;
        Assert.Equal(TimeSpan.FromMilliseconds(500), await _reporter.ReportAsync(stop));
        Assert.Equal(3, _api.Last!.Chains.Count);
    }

    private sealed class FullOutbox : IOutboxStatus
    {
        public int Depth => 3;

        public DateTimeOffset? OldestAt => MarketDataStage.Now.AddSeconds(-30);

        public string? Failure => null;
    }

    private sealed class Api : HttpMessageHandler, IHttpClientFactory
    {
        public HttpStatusCode Answer { get; set; } = HttpStatusCode.NoContent;

        public FeedReport? Last { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { BaseAddress = new Uri("http://api") };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("/feed", request.RequestUri!.AbsolutePath);
            var json = await request.Content!.ReadAsStringAsync(cancellationToken);
            Last = System.Text.Json.JsonSerializer.Deserialize(json, ContractsJson.Default.FeedReport);
            return new HttpResponseMessage(Answer);
        }
    }
}
