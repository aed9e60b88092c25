using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>One connection from its first byte to its full close.</summary>
internal sealed class TwsSession(ClientContext context)
{
    private const int ReadBufferBytes = 64 * 1024;

    private readonly TaskCompletionSource<TwsFailure> ending = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True when the connection has been ready.</summary>
    public bool WasReady { get; private set; }

    /// <summary>Connects, works until the connection ends, and closes everything.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<TwsFailure> RunAsync(CancellationToken stop)
    {
        context.State.Connecting();
        var socket = SessionSocket.Create();
        var loops = new List<Task>();
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            return await SessionSocket.ConnectAsync(socket, context.Options, context.Time, stop).ConfigureAwait(false)
                ?? await ConverseAsync(new NetworkStream(socket, ownsSocket: false), loops, closing.Token).ConfigureAwait(false);
        }
        finally
        {
            context.Pacer.Close();
            context.Subscriptions.Disconnected();
            await closing.CancelAsync().ConfigureAwait(false);
            SessionSocket.Close(socket);
            await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Calls.FailAll();
            context.CurrentTime.Fail();
        }
    }

    private async Task<TwsFailure> ConverseAsync(NetworkStream stream, List<Task> loops, CancellationToken stop)
    {
        context.State.SocketOpened();
        var frames = new FrameLoop(context, PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadBufferBytes, leaveOpen: true)));
        var (hello, failure) = await AgreeOnVersionAsync(stream, frames, stop).ConfigureAwait(false);
        if (hello is null)
        {
            return failure!;
        }

        TwsClientLog.VersionAgreed(context.Logger, hello.ServerVersion, hello.ConnectionTime);
        context.State.VersionAgreed(hello.ServerVersion);
        context.Pacer.EnqueueStart(new OutgoingRequest(new StartApiRequest(context.Options.ClientId), SendPriority.Order));
        var router = new ReplyRouter(context, End);
        loops.Add(Task.Run(() => ReadAsync(frames, hello.ServerVersion, router, stop), CancellationToken.None));
        loops.Add(Task.Run(() => WriteAsync(stream, hello.ServerVersion, stop), CancellationToken.None));
        if (!await AwaitIdsAsync(router, stop).ConfigureAwait(false))
        {
            return await ending.Task.ConfigureAwait(false);
        }

        BecomeReady();
        loops.Add(Task.Run(() => new Heartbeat(context, frames, End).RunAsync(stop), CancellationToken.None));
        return await ending.Task.WaitAsync(stop).ConfigureAwait(false);
    }

    private async Task<(ServerHello? Hello, TwsFailure? Failure)> AgreeOnVersionAsync(NetworkStream stream, FrameLoop frames, CancellationToken stop)
    {
        var versions = new ServerVersionRange(context.Options.VersionMin, context.Options.VersionMax);
        using var timeout = new CancellationTokenSource(context.Options.VersionTimeout, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            var greeting = new ArrayBufferWriter<byte>();
            new ClientHello(versions).Write(greeting);
            await stream.WriteAsync(greeting.WrittenMemory, either.Token).ConfigureAwait(false);
            var hello = await frames.ReadHelloAsync(either.Token).ConfigureAwait(false);
            return hello switch
            {
                null => (null, Failure(TwsFailureCode.ConnectionClosed, "the gateway closed the connection before it named its version.")),
                { ServerVersion: var version } when !versions.Contains(version) =>
                    (null, Failure(TwsFailureCode.VersionUnsupported, $"the gateway answered version {version}, outside of {versions}.")),
                _ => (hello, null),
            };
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return (null, Failure(TwsFailureCode.VersionTimeout, $"no version from the gateway within {context.Options.VersionTimeout.TotalMilliseconds} ms."));
        }
        catch (TwsProtocolException exception)
        {
            return (null, Failure(exception.Field is null ? TwsFailureCode.FrameImpossible : TwsFailureCode.Redirected, exception.Message));
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return (null, Failure(TwsFailureCode.ConnectionBroken, exception.Message));
        }
    }

    private async Task<bool> AwaitIdsAsync(ReplyRouter router, CancellationToken stop)
    {
        try
        {
            await Task.WhenAny(router.Ids.Known, ending.Task).WaitAsync(context.Options.IdsTimeout, context.Time, stop).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            End(TwsFailureCode.IdsTimeout, $"no {router.Ids.Missing} within {context.Options.IdsTimeout.TotalMilliseconds} ms.");
        }

        return !ending.Task.IsCompleted;
    }

    private void BecomeReady()
    {
        WasReady = true;
        context.Metrics.Connected();
        context.Pacer.Open();
        context.State.Ready();
        TwsClientLog.Ready(context.Logger, context.State.Status.Accounts.Count);
        context.Subscriptions.Connected();
    }

    private async Task ReadAsync(FrameLoop frames, int serverVersion, ReplyRouter router, CancellationToken stop)
    {
        try
        {
            var isTorn = await frames.RunAsync(serverVersion, router, stop).ConfigureAwait(false);
            End(TwsFailureCode.ConnectionClosed, isTorn ? "the gateway closed the connection in the middle of a frame." : "the gateway closed the connection.");
        }
        catch (TwsProtocolException exception)
        {
            End(TwsFailureCode.FrameImpossible, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            End(TwsFailureCode.ConnectionBroken, exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            TwsClientLog.Unexpected(context.Logger, exception);
            End(TwsFailureCode.Unexpected, exception.Message);
        }
    }

    private async Task WriteAsync(NetworkStream stream, int serverVersion, CancellationToken stop)
    {
        var frame = new ArrayBufferWriter<byte>();
        var writer = new FrameWriter(frame, serverVersion, printableAsciiOnly: true);
        while (true)
        {
            var request = await context.Pacer.TakeAsync(stop).ConfigureAwait(false);
            try
            {
                frame.ResetWrittenCount();
                writer.Write(request.Message);
                request.Sending(context.Time.GetTimestamp());
                context.Metrics.RequestSent(request.Name);
                await stream.WriteAsync(frame.WrittenMemory, stop).ConfigureAwait(false);
                request.Sent();
            }
            catch (TwsProtocolException exception)
            {
                TwsClientLog.Unwritable(context.Logger, request.Name, exception);
                request.Fail(TwsRequestFailure.Unwritable, exception.Message, exception);
            }
            catch (Exception exception)
            {
                request.Fail(TwsRequestFailure.ConnectionLost, "the connection ended while the message was sent.", exception);
                End(TwsFailureCode.ConnectionBroken, exception.Message);
                return;
            }
        }
    }

    private void End(TwsFailureCode code, string text) => ending.TrySetResult(Failure(code, text));

    private TwsFailure Failure(TwsFailureCode code, string text) => new(context.State.Status.Stage, code, text);
}
