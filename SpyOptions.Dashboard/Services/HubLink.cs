using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Options;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>The one connection to the API's hub: connects for ever, fills the gap after every loss, and feeds <see cref="LiveFeed"/>.</summary>
internal sealed partial class HubLink(
    IOptions<DashboardOptions> options,
    LiveFeed feed,
    SignalsClient client,
    ChainWatches watches,
    DashboardTelemetry telemetry,
    TimeProvider time,
    ILogger<HubLink> logger) : BackgroundService
{
    /// <summary>Signals asked for at once when a gap is filled.</summary>
    public const int GapPage = 500;

    /// <summary>Newest signals loaded at the start.</summary>
    public const int HistoryMax = 500;

    private const int BackoffMsFirst = 200;
    private bool _historyLoaded;
    private readonly GapWatch _gaps = new();
    private bool _isLossTold;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backoff = BackoffMsFirst;
        while (!stoppingToken.IsCancellationRequested)
        {
            var reason = "";
            try
            {
                reason = await HoldAsync(() => backoff = BackoffMsFirst, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (IsExpected(error))
            {
                reason = error.Message.TrimEnd('.');
            }

            telemetry.HubLost();
            feed.OnHub(LinkState.Down, reason);
            TellLoss(reason);
            await Task.Delay(TimeSpan.FromMilliseconds(backoff), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            backoff = Math.Min(backoff * 2, options.Value.ReconnectMsMax);
        }
    }

    private async Task<string> HoldAsync(Action connected, CancellationToken stop)
    {
        var closed = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var connection = Build();
        connection.Closed += error =>
        {
            closed.TrySetResult(error?.Message ?? "the API closed the connection");
            return Task.CompletedTask;
        };
        var resumeAfter = _gaps.Begin(feed.LastSequence);
        await connection.StartAsync(stop);
        await FillAsync(connection, resumeAfter, stop);
        _gaps.Filled();
        _isLossTold = false;
        feed.OnHub(LinkState.Up, "");
        HubConnected(logger, options.Value.ApiAddress);
        connected();

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watching = Task.WhenAny(WatchAsync(connection, ended.Token), FillGapsAsync(connection, ended.Token)).Unwrap();
        try
        {
            var first = await Task.WhenAny(closed.Task, watching).WaitAsync(stop);
            return await first;
        }
        finally
        {
            await ended.CancelAsync();
            await watching.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void TellLoss(string reason)
    {
        if (!_isLossTold)
        {
            HubLost(logger, options.Value.ApiAddress, reason);
        }

        _isLossTold = true;
    }

    private HubConnection Build()
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(options.Value.ApiAddress, "hubs/signals"))
            .AddJsonProtocol(json => ContractsJson.Configure(json.PayloadSerializerOptions))
            .Build();
        connection.On<StoredSignal>(nameof(ISignalsClient.SignalStored), OnStored);
        connection.On<SignalAcknowledgement>(nameof(ISignalsClient.SignalAcknowledged), feed.OnAcknowledged);
        connection.On<FeedStatus>(nameof(ISignalsClient.FeedChanged), feed.OnFeed);
        connection.On<ChainSnapshot>(nameof(ISignalsClient.ChainChanged), feed.OnChain);
        return connection;
    }

    private async Task FillAsync(HubConnection connection, long lastSequence, CancellationToken stop)
    {
        if (await connection.InvokeAsync<FeedStatus?>(nameof(ISignalsHub.GetFeed), stop) is { } status)
        {
            feed.OnFeed(status);
        }

        if (!_historyLoaded)
        {
            await LoadHistoryAsync(stop);
            _historyLoaded = true;
            return;
        }

        await FillGapAsync(connection, lastSequence, stop);
    }

    private void OnStored(StoredSignal stored)
    {
        var before = feed.LastSequence;
        feed.OnStored(stored);
        _gaps.OnStored(before, stored.Sequence);
    }

    private async Task<string> FillGapsAsync(HubConnection connection, CancellationToken stop)
    {
        try
        {
            await foreach (var after in _gaps.Gaps.ReadAllAsync(stop))
            {
                await FillGapAsync(connection, _gaps.Reopen(after), stop);
                _gaps.Filled();
            }
        }
        catch (Exception error) when (IsExpected(error) && !stop.IsCancellationRequested)
        {
            return error.Message;
        }

        return "";
    }

    private async Task FillGapAsync(HubConnection connection, long lastSequence, CancellationToken stop)
    {
        IReadOnlyList<StoredSignal> missed;
        do
        {
            missed = await connection.InvokeAsync<IReadOnlyList<StoredSignal>>(nameof(ISignalsHub.GetSignalsAfter), lastSequence, GapPage, stop);
            feed.OnLoaded(missed);
            lastSequence = missed.Count > 0 ? missed[^1].Sequence : lastSequence;
        }
        while (missed.Count == GapPage);
    }

    private async Task LoadHistoryAsync(CancellationToken stop)
    {
        string? cursor = null;
        var loaded = 0;
        do
        {
            var page = await client.GetPageAsync(SignalFilter.None, cursor, stop);
            feed.OnLoaded(page.Items);
            loaded += page.Items.Count;
            cursor = page.NextCursor;
        }
        while (cursor is not null && loaded < HistoryMax);
    }

    private async Task<string> WatchAsync(HubConnection connection, CancellationToken stop)
    {
        var watched = new HashSet<DateOnly>();
        try
        {
            do
            {
                var wanted = watches.Wanted;
                foreach (var expiry in wanted.Where(watched.Add))
                {
                    if (await connection.InvokeAsync<ChainSnapshot?>(nameof(ISignalsHub.WatchChain), expiry, stop) is { } chain)
                    {
                        feed.OnChain(chain);
                    }
                }

                foreach (var expiry in watched.Except(wanted).ToArray())
                {
                    await connection.InvokeAsync(nameof(ISignalsHub.UnwatchChain), expiry, stop);
                    watched.Remove(expiry);
                }
            }
            while (await watches.Changed.ReadAsync(stop));
        }
        catch (Exception error) when (IsExpected(error) && !stop.IsCancellationRequested)
        {
            return error.Message;
        }

        return "";
    }

    private static bool IsExpected(Exception error) =>
        error is HttpRequestException or IOException or WebSocketException or HubException or InvalidOperationException
            or OperationCanceledException or TimeoutException or AggregateException or ApiProblemException or System.Text.Json.JsonException;

    [LoggerMessage(5000, LogLevel.Information, "Connected to the hub at {Address}.")]
    private static partial void HubConnected(ILogger logger, Uri address);

    [LoggerMessage(5001, LogLevel.Warning, "No connection to the hub at {Address}: {Reason}. It is tried for ever; further failures are only counted.")]
    private static partial void HubLost(ILogger logger, Uri address, string reason);
}
