using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Support;

/// <summary>The gateway's end of one connection.</summary>
internal sealed class ScriptedConnection : IDisposable
{
    private readonly Socket socket;
    private readonly NetworkStream stream;
    private readonly PipeReader reader;
    private readonly WireCounters counters = new();
    private int version = 178;

    public ScriptedConnection(Socket socket)
    {
        this.socket = socket;
        socket.NoDelay = true;
        stream = new NetworkStream(socket);
        reader = PipeReader.Create(stream);
    }

    /// <summary>True to hand over every byte by itself.</summary>
    public bool SplitsBytes { get; set; }

    /// <summary>True to answer the client's heartbeats while it reads requests, without showing them to the test.</summary>
    public bool AnswersHeartbeats { get; set; } = true;

    public Task<ClientHello> ReadHelloAsync(CancellationToken cancellation) =>
        ReadAsync(static (ref ReadOnlySequence<byte> buffer) => ClientHello.TryRead(ref buffer, out var hello) ? hello : null, cancellation);

    /// <summary>Reads the next request; fails when the client closes.</summary>
    public async Task<IRequest> ReadRequestAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var request = await ReadAsync(
                (ref ReadOnlySequence<byte> buffer) =>
                    FrameReader.TryRead(ref buffer, out var payload) ? RequestDecoder.Read(payload.ToArray(), version, counters) : null,
                cancellation);
            if (request is not CurrentTimeRequest || !AnswersHeartbeats)
            {
                return request;
            }

            await SendAsync(new CurrentTime(1_791_129_600));
        }
    }

    /// <summary>Reads the next request, which must be of a type.</summary>
    public async Task<T> ReadRequestAsync<T>(CancellationToken cancellation)
        where T : IRequest => Assert.IsType<T>(await ReadRequestAsync(cancellation));

    public async Task HandshakeAsync(CancellationToken cancellation, int serverVersion = 178, int nextOrderId = 100)
    {
        await ReadHelloAsync(cancellation);
        await SendHelloAsync(serverVersion);
        await ReadRequestAsync<StartApiRequest>(cancellation);
        await SendAsync(new ManagedAccounts(["DU1234567"]), new NextValidId(nextOrderId));
    }

    public Task SendHelloAsync(int serverVersion, string connectionTime = "20261004 12:00:00 EST")
    {
        version = serverVersion;
        return SendMessageAsync(new ServerHello(serverVersion, connectionTime));
    }

    public async Task SendAsync(params IReply[] replies)
    {
        foreach (var reply in replies)
        {
            await SendMessageAsync(reply);
        }
    }

    /// <summary>Sends a payload written with bars in place of NULs as a frame, for instance <c>62|1|</c>.</summary>
    public Task SendPayloadAsync(string payload)
    {
        var bytes = Encoding.Latin1.GetBytes(payload.Replace('|', '\0'));
        return SendBytesAsync((byte[])[0, 0, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes]);
    }

    public async Task SendBytesAsync(ReadOnlyMemory<byte> bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            var part = SplitsBytes ? 1 : bytes.Length;
            await stream.WriteAsync(bytes.Slice(sent, part));
            sent += part;
        }
    }

    /// <summary>Waits until the client has closed its end, passing over what it still sends.</summary>
    public async Task WaitForCloseAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            if (result.IsCompleted)
            {
                return;
            }

            reader.AdvanceTo(result.Buffer.End);
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        socket.Dispose();
    }

    private delegate T? Take<T>(ref ReadOnlySequence<byte> buffer);

    private Task SendMessageAsync(ITwsMessage message)
    {
        var frame = new ArrayBufferWriter<byte>();
        new FrameWriter(frame, version).Write(message);
        return SendBytesAsync(frame.WrittenMemory);
    }

    private async Task<T> ReadAsync<T>(Take<T> take, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            var buffer = result.Buffer;
            var taken = take(ref buffer);
            reader.AdvanceTo(buffer.Start, taken is null ? buffer.End : buffer.Start);
            if (taken is not null)
            {
                return taken;
            }

            Assert.False(result.IsCompleted, "The client closed the connection.");
        }
    }
}
