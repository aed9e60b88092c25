using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Benchmarks.Tws;

/// <summary>The source as this process sees it: a child process that is started, connected to, and ended.</summary>
internal sealed class TwsSource : IDisposable
{
    private const int SilenceMaxMs = 10_000;
    private const int ExitMaxMs = 5_000;

    private readonly Process process;
    private readonly int port;

    private TwsSource(Process process, int port)
    {
        this.process = process;
        this.port = port;
    }

    public static TwsSource Start()
    {
        var host = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is unknown.");
        var start = new ProcessStartInfo(host) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet")
        {
            start.ArgumentList.Add(typeof(TwsSource).Assembly.Location);
        }

        start.ArgumentList.Add(TwsSourceCommand.CommandName);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The source process did not start.");
        var port = process.StandardOutput.ReadLine();
        return new TwsSource(process, int.Parse(port ?? throw new IOException("The source ended before it named its port."), CultureInfo.InvariantCulture));
    }

    /// <summary>Connects, does the handshake, and asks for one stream of ticks, which begins at once.</summary>
    /// <returns>The socket, which was never read asynchronously: on one that was, a blocking read is not done by its caller alone.</returns>
    public Socket Connect(string stream)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 1 << 20, ReceiveTimeout = SilenceMaxMs };
        socket.Connect(IPAddress.Loopback, port);
        var output = new ArrayBufferWriter<byte>();
        new ClientHello(ServerVersionRange.Default).Write(output);
        socket.Send(output.WrittenSpan);

        // Nothing follows the version reply until startApi is sent, so an exact read takes that reply and no more.
        using var network = new NetworkStream(socket);
        var prefix = new byte[FrameReader.PrefixBytes];
        network.ReadExactly(prefix);
        var payload = new byte[prefix[^1]];
        network.ReadExactly(payload);
        if (!ServerHello.TryRead(payload, out var hello))
        {
            throw new TwsProtocolException("The source did not answer with a version.");
        }

        output.ResetWrittenCount();
        new FrameWriter(output, hello!.ServerVersion).Write(new StartApiRequest(7, stream));
        socket.Send(output.WrittenSpan);
        return socket;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(ExitMaxMs))
        {
            process.Kill();
        }

        process.Dispose();
    }
}
