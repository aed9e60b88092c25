using System.Net;
using System.Net.Sockets;
using SpyOptions.Tests.Support;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Session;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Client;

public sealed class ConnectStagesTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(60);

    [Fact]
    public async Task A_host_that_does_not_answer_fails_at_the_tcp_connection()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux drops connections beyond a full backlog in silence.");
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var fillers = Enumerable.Range(0, 4).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)).ToArray();
        try
        {
            foreach (var filler in fillers)
            {
                _ = filler.ConnectAsync(listener.LocalEndPoint!, TestContext.Current.CancellationToken).AsTask();
            }

            await Task.Delay(Short, TimeProvider.System, TestContext.Current.CancellationToken);
            await using var test = new ClientUnderTest(((IPEndPoint)listener.LocalEndPoint!).Port, options => options.TcpTimeout = Short);
            var failure = await test.UntilFailedAsync();
            Assert.Equal((TwsConnectionStage.Connecting, TwsFailureCode.TcpTimeout), (failure.Stage, failure.Code));
            Assert.Contains("60 ms", failure.Text, StringComparison.Ordinal);
        }
        finally
        {
            Array.ForEach(fillers, filler => filler.Dispose());
        }
    }

    [Fact]
    public async Task A_gateway_that_accepts_and_stays_silent_fails_at_the_version()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.VersionTimeout = Short);
        using var silent = await gateway.AcceptAsync(test.Deadline);
        var failure = await test.UntilFailedAsync();
        Assert.Equal((TwsConnectionStage.AwaitingVersion, TwsFailureCode.VersionTimeout), (failure.Stage, failure.Code));
        Assert.Contains("60 ms", failure.Text, StringComparison.Ordinal);
        await silent.WaitForCloseAsync(test.Deadline);
    }

    [Theory]
    [InlineData(true, "next valid order id")]
    [InlineData(false, "account list")]
    public async Task A_gateway_that_stays_silent_after_its_version_fails_at_the_ids(bool sendsAccounts, string missing)
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.IdsTimeout = Short);
        using var connection = await gateway.AcceptAsync(test.Deadline);
        await connection.ReadHelloAsync(test.Deadline);
        await connection.SendHelloAsync(178);
        await connection.ReadRequestAsync<StartApiRequest>(test.Deadline);
        await connection.SendAsync(sendsAccounts ? new ManagedAccounts(["DU1"]) : new NextValidId(7));
        var failure = await test.UntilFailedAsync();
        Assert.Equal((TwsConnectionStage.AwaitingIds, TwsFailureCode.IdsTimeout), (failure.Stage, failure.Code));
        Assert.Contains(missing, failure.Text, StringComparison.Ordinal);
        Assert.Equal(TwsRequestFailure.NotConnected, (await Assert.ThrowsAsync<TwsRequestException>(() => test.Client.RequestCurrentTimeAsync(test.Deadline))).Failure);
    }

    [Fact]
    public async Task An_empty_account_list_does_not_make_the_client_ready()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.IdsTimeout = Short);
        using var connection = await gateway.AcceptAsync(test.Deadline);
        await connection.ReadHelloAsync(test.Deadline);
        await connection.SendHelloAsync(178);
        await connection.SendAsync(new NextValidId(7), new ManagedAccounts([]));
        Assert.Contains("account list", (await test.UntilFailedAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_port_is_tried_again_until_the_gateway_is_there()
    {
        var port = FreePort();
        await using var test = new ClientUnderTest(port);
        var failure = await test.UntilFailedAsync();
        Assert.Equal((TwsConnectionStage.Connecting, TwsFailureCode.TcpRefused), (failure.Stage, failure.Code));
        Assert.Contains($"127.0.0.1:{port}", failure.Text, StringComparison.Ordinal);
        await test.UntilFailedAsync();
        using var gateway = new ScriptedGateway(port);
        using var connection = await test.ConnectAsync(gateway);
        Assert.Equal(TwsFailureCode.TcpRefused, test.Client.Status.LastFailure!.Code);
    }

    [Fact]
    public async Task A_client_id_in_use_is_tried_again_after_the_socket_is_closed()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var refused = await gateway.AcceptAsync(test.Deadline);
            await refused.ReadHelloAsync(test.Deadline);
            await refused.SendHelloAsync(178);
            await refused.ReadRequestAsync<StartApiRequest>(test.Deadline);
            await refused.SendAsync(new ErrorNotice(-1, 326, "Unable to connect as the client id is already in use."));
            var failure = await test.UntilFailedAsync();
            Assert.Equal((TwsConnectionStage.AwaitingIds, TwsFailureCode.ClientIdInUse), (failure.Stage, failure.Code));
            await refused.WaitForCloseAsync(test.Deadline);
        }

        using var connection = await test.ConnectAsync(gateway);
        Assert.True(test.Client.Status.IsUsable);
    }

    [Fact]
    public async Task The_handshake_takes_messages_in_any_order_and_byte_by_byte()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await gateway.AcceptAsync(test.Deadline);
        connection.SplitsBytes = true;
        var hello = await connection.ReadHelloAsync(test.Deadline);
        Assert.Equal(new ServerVersionRange(176, 178), hello.Versions);
        await connection.SendPayloadAsync("62|1|");
        await connection.SendPayloadAsync("what|is this|");
        await connection.SendHelloAsync(176, "20261004 12:00:00 China Standard Time");
        Assert.Equal(7, (await connection.ReadRequestAsync<StartApiRequest>(test.Deadline)).ClientId);
        await connection.SendAsync(new ErrorNotice(-1, 2104, "Market data farm connection is OK:usopt"), new NextValidId(42));
        await connection.SendPayloadAsync("15|1|DU1,DU2,|");
        var status = await test.UntilAsync(TwsConnectionStage.Ready);
        Assert.Equal(176, status.ServerVersion);
        Assert.Equal(["DU1", "DU2"], status.Accounts);
        Assert.Equal(42, test.Client.NextOrderId());
        Assert.Equal(2104, (await test.NextNoticeAsync()).Code);
    }

    [Theory]
    [InlineData(175, TwsFailureCode.VersionUnsupported)]
    [InlineData(201, TwsFailureCode.VersionUnsupported)]
    [InlineData(-1, TwsFailureCode.Redirected)]
    public async Task A_version_out_of_range_and_a_redirect_are_failures(int version, TwsFailureCode code)
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await gateway.AcceptAsync(test.Deadline);
        await connection.SendHelloAsync(version, "10.0.0.1:4002");
        Assert.Equal(code, (await test.UntilFailedAsync()).Code);
    }

    [Fact]
    public async Task An_order_id_in_the_range_of_request_ids_is_a_failure()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await gateway.AcceptAsync(test.Deadline);
        await connection.HandshakeAsync(test.Deadline, nextOrderId: 1_000_000_000);
        Assert.Equal(TwsFailureCode.IdsOutOfRange, (await test.UntilFailedAsync()).Code);
    }

    [Fact]
    public async Task Stopping_ends_the_loop_and_closes_the_socket()
    {
        using var gateway = new ScriptedGateway();
        var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        Assert.Throws<InvalidOperationException>(() => { _ = test.Client.RunAsync(CancellationToken.None); });
        var deadline = test.Deadline;
        await test.DisposeAsync();
        Assert.True(test.Running.IsCompletedSuccessfully);
        Assert.Equal(TwsConnectionStage.Disconnected, test.Client.Status.Stage);
        await connection.WaitForCloseAsync(TestContext.Current.CancellationToken);
    }

    private static int FreePort()
    {
        using var gateway = new ScriptedGateway();
        return gateway.Port;
    }
}
