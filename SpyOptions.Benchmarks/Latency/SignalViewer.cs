using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Benchmarks.Latency;

/// <summary>A SignalR client that notes when each signal arrived.</summary>
internal sealed class SignalViewer : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly ConcurrentQueue<LatencySample> _samples = new();

    public SignalViewer(Uri api)
    {
        _connection = new HubConnectionBuilder()
            .WithUrl(new Uri(api, "/hubs/signals"))
            .AddJsonProtocol(options => ContractsJson.Configure(options.PayloadSerializerOptions))
            .Build();
        _connection.On<StoredSignal>(nameof(ISignalsClient.SignalStored), stored => _samples.Enqueue(new LatencySample(stored, TimeProvider.System.GetUtcNow())));
    }

    public int Count => _samples.Count;

    public Task StartAsync() => _connection.StartAsync();

    public IReadOnlyList<LatencySample> TakeAll()
    {
        var taken = new List<LatencySample>();
        while (_samples.TryDequeue(out var sample))
        {
            taken.Add(sample);
        }

        return taken;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
