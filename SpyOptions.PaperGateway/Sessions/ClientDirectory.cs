using System.Collections.Concurrent;
using SpyOptions.PaperGateway.Market;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>The clients that have started. Safe from any thread.</summary>
internal sealed class ClientDirectory(GatewayMetrics metrics)
{
    private readonly ConcurrentDictionary<int, ClientSession> clients = [];

    /// <summary>The clients, in no order.</summary>
    public IEnumerable<ClientSession> All => clients.Values;

    /// <summary>Gives a client its id.</summary>
    /// <param name="clientId">The id that it asked for.</param>
    /// <param name="client">The client.</param>
    /// <returns>False when another client has the id.</returns>
    public bool TryAdd(int clientId, ClientSession client)
    {
        if (!clients.TryAdd(clientId, client))
        {
            return false;
        }

        client.ClientId = clientId;
        metrics.ClientCame();
        return true;
    }

    /// <summary>Takes a client out, if it had started.</summary>
    /// <param name="client">The client.</param>
    public void Remove(ClientSession client)
    {
        if (client.ClientId is { } id && clients.TryRemove(KeyValuePair.Create(id, client)))
        {
            metrics.ClientWent();
        }
    }

    /// <summary>The client with an id.</summary>
    /// <param name="clientId">The id.</param>
    /// <returns>The client, or null when it is not connected.</returns>
    public ClientSession? Find(int clientId) => clients.GetValueOrDefault(clientId);

    /// <summary>Passes a change of the market to every client. Never blocks.</summary>
    /// <param name="change">The change.</param>
    public void OnChanged(QuoteChange change)
    {
        foreach (var (_, client) in clients)
        {
            client.Lines.OnChanged(in change);
        }
    }
}
