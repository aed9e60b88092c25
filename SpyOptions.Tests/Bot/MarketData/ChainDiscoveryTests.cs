using SpyOptions.Bot.MarketData;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts.Signals;
using SpyOptions.Tws.Client;

namespace SpyOptions.Tests.Bot.MarketData;

public sealed class ChainDiscoveryTests : IDisposable
{
    private static readonly DateOnly Session = new(2026, 7, 24);

    private readonly MarketDataStage _stage = new(new MarketDataOptions { ExpiriesMax = 2 });

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task It_finds_the_nearest_expiries_of_the_smart_row()
    {
        _stage.Gateway.Expiries.Insert(0, Session.AddDays(-1));
        await _stage.Discovery.DiscoverAsync(Session, TestContext.Current.CancellationToken);
        Assert.Equal([Session, Session.AddDays(3)], _stage.Chain.Expiries.Select(expiry => expiry.Expiry));
        Assert.Equal(404, _stage.Chain.OptionCount);
        Assert.Equal(404, _stage.Metrics.ContractsKnown);
        Assert.True(_stage.Discovery.IsComplete);
        Assert.Equal(FakeMarketGateway.UnderlyingConId, _stage.Discovery.Underlying!.ConId);
        var option = _stage.Chain.Find(FakeMarketGateway.ConId(Session, 600, "P"))!;
        Assert.Equal(new OptionContract(option.Contract.ConId, "SPY", Session, 600m, OptionRight.Put), option.Contract);
        Assert.Equal("SMART", _stage.Discovery.ContractOf(option.Contract.ConId)!.Exchange);
    }

    [Fact]
    public async Task An_expiry_without_contracts_is_passed_over()
    {
        _stage.Gateway.NotListed.Add((Session, "C"));
        _stage.Gateway.NotListed.Add((Session, "P"));
        await _stage.Discovery.DiscoverAsync(Session, TestContext.Current.CancellationToken);
        Assert.Equal([Session.AddDays(3)], _stage.Chain.Expiries.Select(expiry => expiry.Expiry));
    }

    [Fact]
    public async Task A_gateway_without_any_contract_is_an_error_that_says_so()
    {
        foreach (var expiry in _stage.Gateway.Expiries)
        {
            _stage.Gateway.NotListed.Add((expiry, "C"));
            _stage.Gateway.NotListed.Add((expiry, "P"));
        }

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => _stage.Discovery.DiscoverAsync(Session, TestContext.Current.CancellationToken));
        Assert.Contains("SPY", failure.Message, StringComparison.Ordinal);
        Assert.False(_stage.Discovery.IsComplete);
    }

    [Fact]
    public async Task The_next_session_drops_what_expired_and_keeps_quotes_of_what_stays()
    {
        await _stage.Discovery.DiscoverAsync(Session, TestContext.Current.CancellationToken);
        var kept = _stage.Chain.Find(FakeMarketGateway.ConId(Session.AddDays(3), 600, "C"))!;
        await _stage.Discovery.DiscoverAsync(Session.AddDays(3), TestContext.Current.CancellationToken);
        Assert.Equal([Session.AddDays(3), Session.AddDays(4)], _stage.Chain.Expiries.Select(expiry => expiry.Expiry));
        Assert.Same(kept, _stage.Chain.Find(kept.Contract.ConId));
    }

    [Fact]
    public async Task It_tries_again_with_growing_waits_and_once_a_session_only()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _stage.Gateway.FailuresToCome = 3;
        DateOnly? session = null;
        var run = _stage.Discovery.RunAsync(() => session, stop.Token);
        await AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(0, _stage.Gateway.Requests);

        session = Session;
        await AdvanceAsync(TimeSpan.FromSeconds(0.5));
        Assert.Equal(1, _stage.Gateway.Requests);
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _stage.Gateway.Requests);
        await AdvanceAsync(TimeSpan.FromSeconds(1.5));
        Assert.Equal(2, _stage.Gateway.Requests);
        await AdvanceAsync(TimeSpan.FromSeconds(6));
        Assert.True(_stage.Discovery.IsComplete);
        Assert.Equal(3, _stage.Metrics.Errors.Read(BotErrors.Discovery));

        var requests = _stage.Gateway.Requests;
        _stage.Gateway.Status = _stage.Gateway.Status with { Stage = TwsConnectionStage.Connecting };
        await AdvanceAsync(TimeSpan.FromSeconds(5));
        _stage.Gateway.Status = _stage.Gateway.Status with { Stage = TwsConnectionStage.Ready };
        await AdvanceAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(requests, _stage.Gateway.Requests);

        session = Session.AddDays(3);
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.True(_stage.Gateway.Requests > requests);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private async Task AdvanceAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(50))
        {
            _stage.Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }
    }
}
