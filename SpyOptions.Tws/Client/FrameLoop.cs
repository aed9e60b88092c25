using System.Buffers;
using System.IO.Pipelines;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>Reads the socket, cuts it into frames and decodes them into the router. A bad frame is counted and skipped.</summary>
internal sealed class FrameLoop(ClientContext context, PipeReader reader)
{
    private const int VersionLowest = 100;

    private readonly ReplyDecoder decoder = new(context.Metrics.Wire);
    private int isPaused;
    private long lastReceived;

    /// <summary>True while reading waits for the consumers' handlers; silence then says nothing about the gateway.</summary>
    public bool IsPaused => Volatile.Read(ref isPaused) != 0;

    /// <summary>Timestamp of the last socket read that brought bytes.</summary>
    public long LastReceived => Volatile.Read(ref lastReceived);

    /// <summary>Reads up to the gateway's version. Other messages that come before it are counted and skipped.</summary>
    /// <returns>The gateway's hello, or null when it closed the connection.</returns>
    /// <exception cref="TwsProtocolException">A redirect, or a frame of impossible length.</exception>
    public async Task<ServerHello?> ReadHelloAsync(CancellationToken stop)
    {
        while (true)
        {
            var result = await reader.ReadAsync(stop).ConfigureAwait(false);
            var buffer = result.Buffer;
            var hello = TakeHello(ref buffer);
            // After the hello nothing more has been examined: the rest may hold whole frames already.
            reader.AdvanceTo(buffer.Start, hello is null ? buffer.End : buffer.Start);
            if (hello is not null || result.IsCompleted)
            {
                return hello;
            }
        }
    }

    /// <summary>Dispatches frames until the gateway closes the connection.</summary>
    /// <returns>True when the connection ended within a frame.</returns>
    /// <exception cref="TwsProtocolException">A frame of impossible length.</exception>
    public async Task<bool> RunAsync(int serverVersion, ReplyRouter router, CancellationToken stop)
    {
        while (true)
        {
            var result = await reader.ReadAsync(stop).ConfigureAwait(false);
            var buffer = result.Buffer;
            router.ReceivedTimestamp = context.Time.GetTimestamp();
            Volatile.Write(ref lastReceived, router.ReceivedTimestamp);
            decoder.DispatchAll(ref buffer, serverVersion, router);
            var isTorn = !buffer.IsEmpty;
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                return isTorn;
            }

            if (context.Events.IsFull)
            {
                await PauseAsync(stop).ConfigureAwait(false);
            }
        }
    }

    private async Task PauseAsync(CancellationToken stop)
    {
        Volatile.Write(ref isPaused, 1);
        await context.Events.WaitForRoomAsync(stop).ConfigureAwait(false);
        Volatile.Write(ref isPaused, 0);
    }

    private ServerHello? TakeHello(ref ReadOnlySequence<byte> buffer)
    {
        while (FrameReader.TryRead(ref buffer, out var payload))
        {
            context.Metrics.Wire.AddFrames(1);
            if (TryReadHello(payload.ToArray()) is { } hello)
            {
                return hello;
            }
        }

        return null;
    }

    private ServerHello? TryReadHello(byte[] payload)
    {
        try
        {
            // A message of two fields may come first; its id is far below any version.
            if (ServerHello.TryRead(payload, out var hello) && hello!.ServerVersion >= VersionLowest)
            {
                return hello;
            }

            context.Metrics.Wire.AddUnknownMessage();
        }
        catch (TwsProtocolException) when (!payload.AsSpan().StartsWith("-"u8))
        {
            context.Metrics.Wire.AddMalformedMessage();
        }

        return null;
    }
}
