using SpyOptions.PaperGateway.Market;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>One connected client: what it is, what it asked for, and what waits to be sent to it.</summary>
internal sealed class ClientSession
{
    private readonly GatewayMetrics metrics;
    private int ending;

    /// <summary>Starts with a client that has said hello.</summary>
    /// <param name="name">The address of the client, for logs.</param>
    /// <param name="serverVersion">The negotiated version.</param>
    /// <param name="options">The limits.</param>
    /// <param name="market">The market.</param>
    /// <param name="metrics">The counters.</param>
    public ClientSession(string name, int serverVersion, GatewayOptions options, IMarket market, GatewayMetrics metrics)
    {
        this.metrics = metrics;
        Name = name;
        ServerVersion = serverVersion;
        Outgoing = new OutgoingQueue(options.OutgoingMessagesMax, metrics);
        Lines = new MarketDataLines(market, Outgoing);
    }

    /// <summary>The address of the client, for logs.</summary>
    public string Name { get; }

    /// <summary>The negotiated version.</summary>
    public int ServerVersion { get; }

    /// <summary>The number that the client gave itself; null until it has started.</summary>
    public int? ClientId { get; set; }

    /// <summary>What waits to be sent.</summary>
    public OutgoingQueue Outgoing { get; }

    /// <summary>Its market data.</summary>
    public MarketDataLines Lines { get; }

    /// <summary>What else it subscribed to.</summary>
    public ClientSubscriptions Subscriptions { get; } = new();

    /// <summary>Whether it is about to be disconnected; its requests are not read any more.</summary>
    public bool IsEnding => Volatile.Read(ref ending) != 0 || Outgoing.Overflowed;

    /// <summary>Sends a reply. Safe from any thread, never blocks.</summary>
    /// <param name="reply">The reply.</param>
    public void Send(IReply reply) => Outgoing.TryAdd(reply);

    /// <summary>Sends a notice that is about no request.</summary>
    /// <param name="code">The code.</param>
    /// <param name="text">The text.</param>
    public void Notify(int code, string text) => Send(new ErrorNotice(ErrorNotice.NoId, code, text));

    /// <summary>Refuses a request or an order.</summary>
    /// <param name="id">The request id or order id.</param>
    /// <param name="code">The error code.</param>
    /// <param name="text">The reason.</param>
    public void Refuse(int id, int code, string text)
    {
        metrics.Refused(code);
        Send(new ErrorNotice(id, code, text));
    }

    /// <summary>Disconnects the client after what waits has been sent.</summary>
    /// <param name="reason">The reason, for the counter.</param>
    public void End(string reason)
    {
        if (Interlocked.Exchange(ref ending, 1) == 0)
        {
            metrics.Disconnected(reason);
            Outgoing.Complete();
        }
    }
}
