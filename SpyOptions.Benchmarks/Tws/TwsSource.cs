using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Benchmarks.Tws;

/// <summary>The source as this process sees it: a child process that is started, connected to, and ended.</summary>
internal sealed class TwsSource : IAsyncDisposable
{
    private readonly Process process;
    private readonly int port;

    private TwsSource(Process process, int port)
    {
        this.process = process;
        this.port = port;
    }

    public static async Task<TwsSource> StartAsync(CancellationToken stop)
    {
        var host = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is unknown.");
        var start = new ProcessStartInfo(host) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet")
        {
            start.ArgumentList.Add(typeof(TwsSource).Assembly.Location);
        }

        start.ArgumentList.Add(TwsSourceCommand.CommandName);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The source process did not start.");
        var port = await process.StandardOutput.ReadLineAsync(stop);
        return new TwsSource(process, int.Parse(port ?? "", CultureInfo.InvariantCulture));
    }

    /// <summary>Connects, does the handshake, and asks for one stream of ticks, which begins at once.</summary>
    public async Task<NetworkStream> ConnectAsync(string stream, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 1 << 20 };
        await socket.ConnectAsync(IPAddress.Loopback, port, stop);
        var network = new NetworkStream(socket, ownsSocket: true);
        var output = new ArrayBufferWriter<byte>();
        new ClientHello(ServerVersionRange.Default).Write(output);
        await network.WriteAsync(output.WrittenMemory, stop);

        // Nothing follows the version reply until startApi is sent, so an exact read takes that reply and no more.
        var prefix = new byte[FrameReader.PrefixBytes];
        await network.ReadExactlyAsync(prefix, stop);
        var payload = new byte[prefix[^1]];
        await network.ReadExactlyAsync(payload, stop);
        if (!ServerHello.TryRead(payload, out var hello))
        {
            throw new TwsProtocolException("The source did not answer with a version.");
        }

        output.ResetWrittenCount();
        new FrameWriter(output, hello!.ServerVersion).Write(new StartApiRequest(7, stream));
        await network.WriteAsync(output.WrittenMemory, stop);
        return network;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
