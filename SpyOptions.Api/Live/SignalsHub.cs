using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using SpyOptions.Api.Storage;
using SpyOptions.Api.Telemetry;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Live;

/// <summary>The hub <c>/hubs/signals</c>.</summary>
internal sealed class SignalsHub(FeedStore feed, ChainWatchers watchers, SignalReader reader, ApiMetrics metrics) : Hub<ISignalsClient>, ISignalsHub
{
    /// <summary>Path of the hub.</summary>
    public const string Path = "/hubs/signals";

    private const int CountMax = 500;

    /// <summary>Group of the connections that watch an expiry.</summary>
    public static string GroupOf(DateOnly expiry) => expiry.ToString("'chain:'yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public Task<FeedStatus?> GetFeed() => Task.FromResult(feed.Status);

    /// <inheritdoc/>
    public async Task<ChainSnapshot?> WatchChain(DateOnly expiry)
    {
        if (!watchers.TryAdd(Context.ConnectionId, expiry))
        {
            throw new HubException($"expiry: a connection watches at most {ChainWatchers.ExpiriesMax} expiries.");
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(expiry), Context.ConnectionAborted);
        return feed.Chain(expiry);
    }

    /// <inheritdoc/>
    public async Task UnwatchChain(DateOnly expiry)
    {
        watchers.Remove(Context.ConnectionId, expiry);
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, GroupOf(expiry), Context.ConnectionAborted);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredSignal>> GetSignalsAfter(long sequence, int count)
    {
        if (sequence < 0)
        {
            throw new HubException("sequence: must not be negative.");
        }

        if (count is < 1 or > CountMax)
        {
            throw new HubException($"count: must lie from 1 to {CountMax}.");
        }

        return Task.FromResult(reader.After(sequence, count));
    }

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        metrics.HubConnectionsChanged(1);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        metrics.HubConnectionsChanged(-1);
        watchers.RemoveAll(Context.ConnectionId);
        return Task.CompletedTask;
    }
}
