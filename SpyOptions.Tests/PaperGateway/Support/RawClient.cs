using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.PaperGateway.Support;

/// <summary>A TWS client that does nothing by itself: the test writes each message and reads the answers in order.</summary>
internal sealed class RawClient : IReplyHandler, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Queue<IReply> replies = new();
    private readonly ReplyDecoder decoder = new();
    private byte[] unread = [];

    public int ServerVersion { get; private set; }

    public List<IReply> Seen { get; } = [];

    public static async Task<RawClient> OpenAsync(int port)
    {
        var client = new RawClient();
        await client.socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        return client;
    }

    public static byte[] Frame(params string[] fields)
    {
        var payload = Encoding.Latin1.GetBytes(string.Concat(fields.Select(field => field + '\0')));
        return [0, (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, .. payload];
    }

    public static byte[] Hello(string range) => [.. "API\0"u8, 0, 0, 0, (byte)range.Length, .. Encoding.ASCII.GetBytes(range)];

    public async Task StartAsync(int clientId, string range = "v176..178")
    {
        await SendAsync(Hello(range));
        await ReadHelloAsync();
        await SendAsync(new StartApiRequest(clientId));
        await UntilAsync<NextValidId>();
        await UntilAsync<ErrorNotice>(notice => notice.Code == 2158);
    }

    public async Task SendAsync(byte[] bytes) => await socket.SendAsync(bytes, TestContext.Current.CancellationToken);

    public Task SendFieldsAsync(params string[] fields) => SendAsync(Frame(fields));

    public async Task SendAsync(IRequest request)
    {
        var output = new ArrayBufferWriter<byte>();
        new FrameWriter(output, ServerVersion).Write(request);
        await SendAsync(output.WrittenSpan.ToArray());
    }

    public async Task ReadHelloAsync()
    {
        while (true)
        {
            ReadOnlySpan<byte> buffer = unread;
            if (FrameReader.TryRead(ref buffer, out var payload))
            {
                Assert.True(ServerHello.TryRead(payload, out var hello));
                ServerVersion = hello!.ServerVersion;
                unread = buffer.ToArray();
                return;
            }

            Assert.True(await ReceiveAsync(), "The gateway closed the connection before its hello.");
        }
    }

    /// <summary>Reads on to the next reply of a type that fits, and drops what comes before it.</summary>
    public async Task<T> UntilAsync<T>(Func<T, bool>? fits = null)
        where T : IReply
    {
        while (await NextAsync() is { } reply)
        {
            if (reply is T wanted && fits?.Invoke(wanted) != false)
            {
                return wanted;
            }
        }

        throw new InvalidOperationException($"The gateway closed the connection before a {typeof(T).Name}.");
    }

    public Task<ErrorNotice> UntilErrorAsync(int id) => UntilAsync<ErrorNotice>(notice => notice.Id == id);

    /// <summary>The next reply, or null when the gateway has closed the connection.</summary>
    public async Task<IReply?> NextAsync()
    {
        Decode();
        while (replies.Count == 0)
        {
            if (!await ReceiveAsync())
            {
                return null;
            }

            Decode();
        }

        Seen.Add(replies.Peek());
        return replies.Dequeue();
    }

    public async Task<bool> IsClosedAsync()
    {
        while (await NextAsync() is not null)
        {
        }

        return true;
    }

    public void OnTickPrice(in TickPrice tick) => replies.Enqueue(tick);

    public void OnTickSize(in TickSize tick) => replies.Enqueue(tick);

    public void OnTickGeneric(in TickGeneric tick) => replies.Enqueue(tick);

    public void OnTickString(in TickString tick) => replies.Enqueue(tick);

    public void OnTickOptionComputation(in TickOptionComputation tick) => replies.Enqueue(tick);

    public void OnReply(IReply reply) => replies.Enqueue(reply);

    public void OnMalformed(TwsProtocolException error) => throw error;

    public void Dispose() => socket.Dispose();

    private void Decode()
    {
        var buffer = new ReadOnlySequence<byte>(unread);
        decoder.DispatchAll(ref buffer, ServerVersion, this);
        unread = buffer.ToArray();
    }

    private async Task<bool> ReceiveAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        var chunk = new byte[65_536];
        try
        {
            var count = await socket.ReceiveAsync(chunk, limit.Token);
            unread = [.. unread, .. chunk.AsSpan(0, count)];
            return count > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
