using Microsoft.Extensions.Logging;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>What outlives a connection: the parts that a session and its router work with.</summary>
internal sealed class ClientContext : IDisposable
{
    private readonly Action<IReply> raiseReply;
    private readonly Action<ErrorNotice> raiseNotice;
    private readonly LogThrottle handlerLog;

    public ClientContext(
        TwsClientOptions options,
        TimeProvider time,
        ILogger logger,
        TwsClientMetrics metrics,
        Action<TwsConnectionStatus> raiseStatus,
        Action<IReply> raiseReply,
        Action<ErrorNotice> raiseNotice)
    {
        this.raiseReply = raiseReply;
        this.raiseNotice = raiseNotice;
        Options = options;
        Time = time;
        Logger = logger;
        Metrics = metrics;
        handlerLog = new LogThrottle(time, TimeSpan.FromSeconds(10));
        Events = new EventDispatcher(options.EventQueueLengthMax, HandlerFailed);
        State = new ConnectionState(time, metrics, status => Events.Post(() => raiseStatus(status)));
        Pacer = new RequestPacer(options.RequestsPerSecondMax, options.QueueLengthMax, time);
        Subscriptions = new MarketDataSubscriptions(options, RequestIds, Pacer, time, metrics, logger);
        Calls = new PendingCalls(options, RequestIds, Pacer, time, metrics);
        CurrentTime = new CurrentTimeExchange(Pacer, time, metrics);
    }

    public TwsClientOptions Options { get; }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public TwsClientMetrics Metrics { get; }

    public EventDispatcher Events { get; }

    public ConnectionState State { get; }

    public RequestPacer Pacer { get; }

    public RequestIdAllocator RequestIds { get; } = new();

    public OrderIdAllocator OrderIds { get; } = new();

    public MarketDataSubscriptions Subscriptions { get; }

    public PendingCalls Calls { get; }

    public CurrentTimeExchange CurrentTime { get; }

    public void PostReply(IReply reply) => Events.Post(() => raiseReply(reply));

    public void PostNotice(ErrorNotice notice) => Events.Post(() => raiseNotice(notice));

    public void HandlerFailed(Exception exception)
    {
        Metrics.HandlerFailed();
        lock (handlerLog)
        {
            if (handlerLog.TryPass())
            {
                TwsClientLog.HandlerFailed(Logger, exception);
            }
        }
    }

    public void Dispose()
    {
        Events.Dispose();
        Pacer.Dispose();
        Metrics.Dispose();
    }
}
