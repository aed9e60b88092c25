using System.Diagnostics.Metrics;
using System.Threading.Channels;
using SpyOptions.Tests.Support;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Client;

/// <summary>A running client with short waits, and everything that it raises.</summary>
internal sealed class ClientUnderTest : IAsyncDisposable
{
    private readonly Channel<TwsConnectionStatus> statuses = Channel.CreateUnbounded<TwsConnectionStatus>();
    private readonly Channel<IReply> replies = Channel.CreateUnbounded<IReply>();
    private readonly Channel<ErrorNotice> notices = Channel.CreateUnbounded<ErrorNotice>();
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public ClientUnderTest(int port, Action<TwsClientOptions>? change = null, IMeterFactory? meters = null)
    {
        var options = new TwsClientOptions
        {
            Port = port,
            BackoffMin = TimeSpan.FromMilliseconds(5),
            BackoffMax = TimeSpan.FromMilliseconds(20),
            WatchInterval = TimeSpan.FromMilliseconds(10),
        };
        change?.Invoke(options);
        Client = new TwsClient(options, TimeProvider.System, Logger, meters, jitter: new Random(1));
        Client.StatusChanged += status => statuses.Writer.TryWrite(status);
        Client.Reply += reply => replies.Writer.TryWrite(reply);
        Client.Notice += notice => notices.Writer.TryWrite(notice);
        deadline.CancelAfter(10_000);
        Running = Client.RunAsync(stop.Token);
    }

    public TwsClient Client { get; }

    public ListLogger<TwsClient> Logger { get; } = new();

    public Task Running { get; }

    /// <summary>Ends a test that waits in vain.</summary>
    public CancellationToken Deadline => deadline.Token;

    public ValueTask<IReply> NextReplyAsync() => replies.Reader.ReadAsync(Deadline);

    public ValueTask<ErrorNotice> NextNoticeAsync() => notices.Reader.ReadAsync(Deadline);

    /// <summary>Waits for the next change to a stage.</summary>
    public async Task<TwsConnectionStatus> UntilAsync(TwsConnectionStage stage)
    {
        while (true)
        {
            var status = await statuses.Reader.ReadAsync(Deadline);
            if (status.Stage == stage)
            {
                return status;
            }
        }
    }

    /// <summary>Waits for the end of an attempt or a connection and tells why.</summary>
    public async Task<TwsFailure> UntilFailedAsync() => (await UntilAsync(TwsConnectionStage.Disconnected)).LastFailure!;

    /// <summary>Accepts the client and waits until it is ready.</summary>
    public async Task<ScriptedConnection> ConnectAsync(ScriptedGateway gateway)
    {
        var connection = await gateway.AcceptReadyAsync(Deadline);
        await UntilAsync(TwsConnectionStage.Ready);
        return connection;
    }

    /// <summary>Waits until something that has no event of its own holds.</summary>
    public async Task EventuallyAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Deadline);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Client.DisposeAsync();
        stop.Dispose();
        deadline.Dispose();
    }
}
