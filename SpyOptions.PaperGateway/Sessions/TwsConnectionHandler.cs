using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Options;
using SpyOptions.PaperGateway.Market;
using SpyOptions.Tws.Wire;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Serves one TCP connection: hello, then requests until one side ends.</summary>
internal sealed class TwsConnectionHandler(
    IOptions<GatewayOptions> options,
    IMarket market,
    RequestRouter router,
    ClientDirectory directory,
    GatewayMetrics metrics,
    TimeProvider time,
    ILogger<TwsConnectionHandler> logger) : ConnectionHandler
{
    private readonly GatewayOptions options = options.Value;

    /// <inheritdoc />
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var name = connection.RemoteEndPoint?.ToString() ?? connection.ConnectionId;
        using var handshake = new CancellationTokenSource(TimeSpan.FromSeconds(options.HandshakeSecondsMax), time);
        var shutdown = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed, shutdown, handshake.Token);
        try
        {
            if (await NegotiateAsync(connection, name, stop.Token) is { } client)
            {
                await ServeAsync(connection, client, handshake, stop.Token);
            }
        }
        catch (OperationCanceledException) when (handshake.IsCancellationRequested)
        {
            metrics.Disconnected("handshake timeout");
            GatewayLog.HandshakeTimedOut(logger, name, options.HandshakeSecondsMax);
        }
        catch (TwsProtocolException fault)
        {
            metrics.Malformed(fault.Field ?? "stream");
            metrics.Disconnected("malformed stream");
            GatewayLog.StreamBroken(logger, name, fault.Message);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            GatewayLog.ConnectionLost(logger, name);
        }
    }

    private async Task<ClientSession?> NegotiateAsync(ConnectionContext connection, string name, CancellationToken stop)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(stop);
            var buffer = read.Buffer;
            if (ClientHello.TryRead(ref buffer, out var hello) && hello is not null)
            {
                input.AdvanceTo(buffer.Start);
                var served = new ServerVersionRange(ServerVersionRange.Lowest, options.VersionMax);
                if (served.Negotiate(hello.Versions) is { } version)
                {
                    GatewayLog.Negotiated(logger, name, hello.Versions, version);
                    return new ClientSession(name, version, options, market, metrics);
                }

                metrics.Disconnected("version");
                GatewayLog.NoCommonVersion(logger, name, hello.Versions, served);
                return null;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                GatewayLog.ConnectionLost(logger, name);
                return null;
            }
        }
    }

    private async Task ServeAsync(ConnectionContext connection, ClientSession client, CancellationTokenSource handshake, CancellationToken stop)
    {
        using var session = CancellationTokenSource.CreateLinkedTokenSource(stop);
        client.Outgoing.TryAdd(new ServerHello(client.ServerVersion, MarketTimeText.Connection(market.Clock.Now)));
        var writing = WriteAsync(connection, client, session);
        try
        {
            await ReadAsync(connection, client, handshake, session.Token);
        }
        finally
        {
            client.Lines.CancelAll();
            router.Forget(client);
            directory.Remove(client);
            client.Outgoing.Complete();
            await writing;
        }
    }

    private async Task WriteAsync(ConnectionContext connection, ClientSession client, CancellationTokenSource session)
    {
        try
        {
            await client.Outgoing.WriteAsync(connection.Transport.Output, client.ServerVersion, session.Token);
            if (client.Outgoing.Overflowed)
            {
                metrics.Disconnected("too slow");
                GatewayLog.ClientTooSlow(logger, client.Name, options.OutgoingMessagesMax);
                connection.Abort(new ConnectionAbortedException("The client does not take its order messages."));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            GatewayLog.ConnectionLost(logger, client.Name);
        }
        finally
        {
            await session.CancelAsync();
        }
    }

    private async Task ReadAsync(ConnectionContext connection, ClientSession client, CancellationTokenSource handshake, CancellationToken stop)
    {
        var input = connection.Transport.Input;
        var rate = new MessageRate(options.MessagesPerSecondMax, options.RateStrikesMax, time);
        while (!client.IsEnding)
        {
            var read = await input.ReadAsync(stop);
            var buffer = read.Buffer;
            while (!client.IsEnding && FrameReader.TryRead(ref buffer, out var payload))
            {
                router.Handle(client, Contiguous(payload).Span, rate);
                await client.Outgoing.WaitForRoomAsync(stop);
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (client.ClientId is not null)
            {
                handshake.CancelAfter(Timeout.InfiniteTimeSpan);
            }

            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private static ReadOnlyMemory<byte> Contiguous(ReadOnlySequence<byte> payload) => payload.IsSingleSegment ? payload.First : payload.ToArray();
}
