using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>
/// A client of IB Gateway, TWS or the paper gateway: one connection that is opened again for ever, one pacer for everything outgoing, and market data
/// subscriptions that survive what the gateway forgets. All members may be called from any thread.
/// </summary>
/// <remarks>
/// <see cref="IMarketDataHandler"/> is called on the read loop. The events are raised one after another away from it, in the order in which things
/// happened; a handler that is slow delays later events and, when very many wait, the reading itself, but nothing is dropped.
/// </remarks>
public sealed class TwsClient : IAsyncDisposable
{
    private readonly ClientContext context;
    private readonly ReconnectBackoff backoff;
    private readonly CancellationTokenSource disposing = new();
    private Task run = Task.CompletedTask;
    private int isStarted;

    /// <summary>Creates a client that does nothing before <see cref="RunAsync"/>.</summary>
    /// <param name="options">Settings; checked here.</param>
    /// <param name="time">The clock of every timeout, wait and timestamp.</param>
    /// <param name="logger">Where events 1000 to 1099 go.</param>
    /// <param name="meters">Creates the meter <see cref="TwsClientMetrics.MeterName"/>; null for a meter of the process.</param>
    /// <param name="jitter">Spreads reconnects; null for one seeded by the process and the client id.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A setting is out of its bounds.</exception>
    public TwsClient(TwsClientOptions options, TimeProvider time, ILogger<TwsClient> logger, IMeterFactory? meters = null, Random? jitter = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        options.Validate();
        context = new ClientContext(
            options,
            time,
            logger,
            new TwsClientMetrics(meters),
            status => StatusChanged?.Invoke(status),
            reply => Reply?.Invoke(reply),
            notice => Notice?.Invoke(notice));
        backoff = new ReconnectBackoff(options.BackoffMin, options.BackoffMax, jitter ?? new Random(HashCode.Combine(Environment.ProcessId, options.ClientId)));
    }

    /// <summary>Every change of <see cref="Status"/>, in order.</summary>
    public event Action<TwsConnectionStatus>? StatusChanged;

    /// <summary>Every error and notice of the gateway, after the client's own handling, in order with <see cref="Reply"/>.</summary>
    public event Action<ErrorNotice>? Notice;

    /// <summary>Every reply that is neither a tick of a subscription nor the answer to a question of this client: orders, executions, account. None is dropped.</summary>
    public event Action<IReply>? Reply;

    /// <summary>State of the connection.</summary>
    public TwsConnectionStatus Status => context.State.Status;

    /// <summary>What the client has counted.</summary>
    public TwsClientMetrics Metrics => context.Metrics;

    /// <summary>Tells whether the market is open, which makes a stream's silence a fault. By default it never is, and silence is not watched.</summary>
    public Func<bool> IsMarketOpen { get; set; } = static () => false;

    /// <summary>Connects, and connects again for ever; ends only when it is stopped. To be called once.</summary>
    /// <param name="stop">Ends the connection and this method.</param>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public Task RunAsync(CancellationToken stop)
    {
        if (Interlocked.Exchange(ref isStarted, 1) != 0)
        {
            throw new InvalidOperationException("The client runs already: there is only one connection loop.");
        }

        return run = RunLoopsAsync(stop);
    }

    /// <summary>Streams market data of a contract until the subscription is disposed. It is requested as soon as there is a connection, and again whenever the gateway lost it.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="genericTicks">Comma-separated generic tick ids, for instance <c>100,101,106</c>; ids that the gateway names illegal are left out.</param>
    /// <param name="key">A number of the caller's own.</param>
    /// <param name="handler">Receives the ticks on the read loop.</param>
    /// <exception cref="TwsRequestException">As many subscriptions are held as the options allow.</exception>
    public MarketDataSubscription SubscribeMarketData(Contract contract, string genericTicks, int key, IMarketDataHandler handler)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(genericTicks);
        ArgumentNullException.ThrowIfNull(handler);
        return context.Subscriptions.Add(contract, genericTicks, key, handler);
    }

    /// <summary>Asks for the contracts that match a partly filled one.</summary>
    /// <param name="contract">What is known of the contract.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="TwsRequestException">No whole answer: refused (for instance code 200, no such contract), timed out, or no connection.</exception>
    public Task<IReadOnlyList<ContractDetails>> RequestContractDetailsAsync(Contract contract, CancellationToken cancellation) =>
        context.Calls.AskAsync<ContractDetails>(id => new ContractDetailsRequest(id, contract), cancellation);

    /// <summary>Asks for the expiries and strikes of an underlying's options, one element for each exchange and trading class.</summary>
    /// <param name="symbol">The underlying's symbol.</param>
    /// <param name="secType">The underlying's security type, for instance <c>STK</c>.</param>
    /// <param name="conId">The underlying's contract id.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="TwsRequestException">No whole answer: refused, timed out, or no connection.</exception>
    public Task<IReadOnlyList<OptionParameters>> RequestOptionParametersAsync(string symbol, string secType, int conId, CancellationToken cancellation) =>
        context.Calls.AskAsync<OptionParameters>(id => new OptionParametersRequest(id, symbol, "", secType, conId), cancellation);

    /// <summary>Asks for the gateway's time, in whole seconds. Callers at the same time share one question.</summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="TwsRequestException">No answer in time, or no connection.</exception>
    public Task<DateTimeOffset> RequestCurrentTimeAsync(CancellationToken cancellation) =>
        context.CurrentTime.AskAsync(context.Options.RequestTimeout, cancellation);

    /// <summary>Chooses the kind of market data for subscriptions that follow, on this connection and every later one.</summary>
    /// <param name="type">1 live, 2 frozen, 3 delayed, 4 delayed and frozen.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another type.</exception>
    public void RequestMarketDataType(int type)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(type, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(type, 4);
        context.Subscriptions.SetMarketDataType(type);
    }

    /// <summary>The next free order id: above the gateway's next valid id and every order id seen.</summary>
    /// <exception cref="TwsRequestException">No connection has named a valid id yet.</exception>
    public int NextOrderId() => context.OrderIds.Next();

    /// <summary>The next free request id, from a range that order ids never reach; for requests sent by <see cref="SendAsync"/>.</summary>
    public int NextRequestId() => context.RequestIds.Next();

    /// <summary>Sends a message through the pacer.</summary>
    /// <param name="request">The message.</param>
    /// <param name="priority">Its urgency.</param>
    /// <param name="cancellation">Takes the message back if it has not been sent yet.</param>
    /// <returns>Ends when the message has been handed to the socket, which does not mean that the gateway has read it.</returns>
    /// <exception cref="TwsRequestException">No connection, the queue is full, or the connection ended first.</exception>
    public async ValueTask SendAsync(IRequest request, SendPriority priority, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var outgoing = new OutgoingRequest(request, priority, awaited: true);
        context.Pacer.Enqueue(outgoing);
        using (cancellation.Register(static state => ((OutgoingRequest)state!).TryAbandon(), outgoing))
        {
            await outgoing.Completion.ConfigureAwait(false);
        }
    }

    /// <summary>Stops the connection, waits until it is closed, and releases the metrics.</summary>
    public async ValueTask DisposeAsync()
    {
        await disposing.CancelAsync().ConfigureAwait(false);
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        disposing.Dispose();
        context.Dispose();
    }

    private async Task RunLoopsAsync(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, disposing.Token);
        var events = Task.Run(context.Events.RunAsync, CancellationToken.None);
        var watch = Task.Run(() => WatchAsync(either.Token), CancellationToken.None);
        try
        {
            while (!either.IsCancellationRequested)
            {
                await ConnectOnceAsync(either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // Stopping is the only way this method ends.
        }
        finally
        {
            context.State.Ended(null);
            await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Events.Complete();
            await events.ConfigureAwait(false);
        }
    }

    private async Task ConnectOnceAsync(CancellationToken stop)
    {
        TwsClientLog.Connecting(context.Logger, context.Options.Host, context.Options.Port, context.Options.ClientId);
        var started = context.Time.GetTimestamp();
        var session = new TwsSession(context);
        TwsFailure failure;
        try
        {
            failure = await session.RunAsync(stop).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            TwsClientLog.Unexpected(context.Logger, exception);
            failure = new TwsFailure(context.State.Status.Stage, TwsFailureCode.Unexpected, exception.Message);
        }

        context.Metrics.ConnectionFailed();
        // A gateway that accepts and drops at once must not be asked every half second.
        if (session.WasReady && context.Time.GetElapsedTime(started) >= context.Options.BackoffMax)
        {
            backoff.Reset();
        }

        var delay = backoff.Next();
        TwsClientLog.Ended(context.Logger, failure.Stage, failure.Code, failure.Text, delay.TotalMilliseconds);
        context.State.Ended(failure);
        await Task.Delay(delay, context.Time, stop).ConfigureAwait(false);
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(context.Options.WatchInterval, context.Time, stop).ConfigureAwait(false);
            try
            {
                context.Subscriptions.Watch(Status.BrokerConnected && IsMarketOpen());
            }
            catch (Exception exception)
            {
                context.HandlerFailed(exception);
            }
        }
    }
}
