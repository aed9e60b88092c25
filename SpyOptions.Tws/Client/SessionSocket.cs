using System.Net.Sockets;

namespace SpyOptions.Tws.Client;

/// <summary>Opens and closes the TCP connection to the gateway.</summary>
internal static class SessionSocket
{
    private const int KeepAliveTimeSeconds = 20;
    private const int KeepAliveIntervalSeconds = 5;
    private const int KeepAliveRetries = 3;

    /// <summary>A socket that sends small messages at once and finds a peer that is gone.</summary>
    public static Socket Create()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveTimeSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveRetries);
        return socket;
    }

    /// <summary>Opens the connection within its timeout.</summary>
    /// <returns>Null, or why it is not open.</returns>
    public static async Task<TwsFailure?> ConnectAsync(Socket socket, TwsClientOptions options, TimeProvider time, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(options.TcpTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        var address = $"{options.Host}:{options.Port}";
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, either.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return Failed(TwsFailureCode.TcpTimeout, $"no TCP connection to {address} within {options.TcpTimeout.TotalMilliseconds} ms.");
        }
        catch (SocketException exception)
        {
            return Failed(TwsFailureCode.TcpRefused, $"no TCP connection to {address}: {exception.SocketErrorCode}.");
        }
    }

    /// <summary>Closes the connection in both directions; the gateway then frees the client id at once.</summary>
    public static void Close(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // The other side was faster, or there never was a connection.
        }

        socket.Dispose();
    }

    private static TwsFailure Failed(TwsFailureCode code, string text) => new(TwsConnectionStage.Connecting, code, text);
}
