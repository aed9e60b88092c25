using System.Net;
using System.Net.Sockets;

namespace SpyOptions.Tests.Support;

/// <summary>A gateway on loopback that does exactly what a test tells it, with the same codec as the client.</summary>
internal sealed class ScriptedGateway : IDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <param name="port">The port to listen at; 0 for any free one.</param>
    public ScriptedGateway(int port = 0)
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    /// <summary>Accepts the next connection and says nothing.</summary>
    public async Task<ScriptedConnection> AcceptAsync(CancellationToken cancellation) => new(await listener.AcceptAsync(cancellation));

    /// <summary>Accepts the next connection and leads it to the point where the client is ready.</summary>
    public async Task<ScriptedConnection> AcceptReadyAsync(CancellationToken cancellation, int serverVersion = 178, int nextOrderId = 100)
    {
        var connection = await AcceptAsync(cancellation);
        await connection.HandshakeAsync(cancellation, serverVersion, nextOrderId);
        return connection;
    }

    public void Dispose() => listener.Dispose();
}
