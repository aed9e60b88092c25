using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Benchmarks.Tws;

/// <summary>
/// The other process of the measurement: greets a client and sends it frames as fast as the socket takes them, until the client leaves.
/// Prints its port, and ends when its standard input does, so that it never outlives the one that started it.
/// </summary>
internal sealed class TwsSourceCommand : IBenchmarkCommand
{
    public const string CommandName = "tws-source";

    private const int BytesPerSend = 1 << 20;

    public string Name => CommandName;

    public string? Description => null;

    public async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await Console.Out.WriteLineAsync($"{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // The console's own asynchronous reads block their caller.
        var parent = Task.Run(Console.In.ReadToEnd, CancellationToken.None).ContinueWith(_ => ended.Cancel(), TaskScheduler.Default);
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ended.Token);
                await ServeAsync(client, ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            await parent;
            return 0;
        }
    }

    private static async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        var stream = client.GetStream();
        var reader = PipeReader.Create(stream);
        try
        {
            await ReadAsync(reader, TakeHello, stop);
            var greeting = new ArrayBufferWriter<byte>();
            new FrameWriter(greeting, TickStream.ServerVersion).Write(new ServerHello(TickStream.ServerVersion, "20261016 12:00:00 US/Eastern"));
            await stream.WriteAsync(greeting.WrittenMemory, stop);
            var start = await ReadAsync(reader, TakeStart, stop);
            var frames = TickStream.Encode(start.OptionalCapabilities);
            byte[] burst = [.. Enumerable.Repeat(frames, Math.Max(1, BytesPerSend / frames.Length)).SelectMany(bytes => bytes)];
            while (!stop.IsCancellationRequested)
            {
                // A blocking send costs the least, and the source must outrun the one that decodes.
                stream.Write(burst);
            }
        }
        catch (IOException)
        {
            // The client has measured enough and left.
        }
    }

    private static ClientHello? TakeHello(ref ReadOnlySequence<byte> buffer) => ClientHello.TryRead(ref buffer, out var hello) ? hello : null;

    private static StartApiRequest? TakeStart(ref ReadOnlySequence<byte> buffer) =>
        FrameReader.TryRead(ref buffer, out var payload)
            ? RequestDecoder.Read(payload.ToArray(), TickStream.ServerVersion, new WireCounters()) as StartApiRequest
            : null;

    private static async Task<T> ReadAsync<T>(PipeReader reader, Take<T> take, CancellationToken stop)
        where T : class
    {
        while (true)
        {
            var result = await reader.ReadAsync(stop);
            var buffer = result.Buffer;
            var taken = take(ref buffer);
            reader.AdvanceTo(buffer.Start, result.Buffer.End);
            if (taken is not null)
            {
                return taken;
            }

            if (result.IsCompleted)
            {
                throw new IOException("The client left during the handshake.");
            }
        }
    }

    private delegate T? Take<T>(ref ReadOnlySequence<byte> buffer)
        where T : class;
}
