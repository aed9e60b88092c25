using SpyOptions.Tests.Support;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.Tws.Client;

public sealed class ConnectionLossTests
{
    [Fact]
    public async Task A_half_open_socket_is_found_by_the_heartbeat_and_replaced()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options =>
        {
            options.HeartbeatInterval = TimeSpan.FromMilliseconds(20);
            options.HeartbeatTimeout = TimeSpan.FromMilliseconds(60);
        });
        using var dead = await test.ConnectAsync(gateway);
        var failure = await test.UntilFailedAsync();
        Assert.Equal((TwsConnectionStage.Ready, TwsFailureCode.HeartbeatTimeout), (failure.Stage, failure.Code));
        await dead.WaitForCloseAsync(test.Deadline);
        using var connection = await test.ConnectAsync(gateway);
        Assert.Equal(2, test.Client.Metrics.Connections);
    }

    [Fact]
    public async Task A_gateway_that_answers_heartbeats_keeps_its_connection()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options =>
        {
            options.HeartbeatInterval = TimeSpan.FromMilliseconds(10);
            options.HeartbeatTimeout = TimeSpan.FromMilliseconds(500);
        });
        using var connection = await test.ConnectAsync(gateway);
        connection.AnswersHeartbeats = false;
        for (var beat = 0; beat < 5; beat++)
        {
            await connection.ReadRequestAsync<CurrentTimeRequest>(test.Deadline);
            await connection.SendAsync(new CurrentTime(1_791_129_600 + beat));
        }

        Assert.Equal(TwsConnectionStage.Ready, test.Client.Status.Stage);
    }

    [Fact]
    public async Task A_gateway_that_is_slow_with_the_time_but_talks_is_not_half_open()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options =>
        {
            options.HeartbeatInterval = TimeSpan.FromMilliseconds(10);
            options.HeartbeatTimeout = TimeSpan.FromMilliseconds(80);
        });
        using var connection = await test.ConnectAsync(gateway);
        connection.AnswersHeartbeats = false;
        for (var beat = 0; beat < 3; beat++)
        {
            await connection.ReadRequestAsync<CurrentTimeRequest>(test.Deadline);
            await connection.SendAsync(new ErrorNotice(-1, 2107, "Farm idle"));
        }

        Assert.Equal(TwsConnectionStage.Ready, test.Client.Status.Stage);
    }

    [Fact]
    public async Task Questions_fail_with_a_typed_error_when_the_connection_drops()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        var connection = await test.ConnectAsync(gateway);
        var details = test.Client.RequestContractDetailsAsync(new Contract { Symbol = "SPY" }, test.Deadline);
        var time = test.Client.RequestCurrentTimeAsync(test.Deadline);
        connection.AnswersHeartbeats = false;
        var request = await connection.ReadRequestAsync<ContractDetailsRequest>(test.Deadline);
        await connection.SendAsync(SampleDetails(request.RequestId));
        connection.Dispose();
        Assert.Equal(TwsRequestFailure.ConnectionLost, (await Assert.ThrowsAsync<TwsRequestException>(() => details)).Failure);
        Assert.Equal(TwsRequestFailure.ConnectionLost, (await Assert.ThrowsAsync<TwsRequestException>(() => time)).Failure);
        Assert.Equal(TwsConnectionStage.Ready, (await test.UntilFailedAsync()).Stage);
    }

    [Fact]
    public async Task A_frame_of_impossible_length_closes_the_connection_and_the_client_comes_back()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var broken = await test.ConnectAsync(gateway);
        await broken.SendBytesAsync("HTTP/1.1 400 Bad Request\r\n"u8.ToArray());
        Assert.Equal(TwsFailureCode.FrameImpossible, (await test.UntilFailedAsync()).Code);
        using var connection = await test.ConnectAsync(gateway);
        Assert.True(test.Client.Status.IsUsable);
    }

    [Fact]
    public async Task A_connection_that_ends_within_a_frame_says_so()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        var connection = await test.ConnectAsync(gateway);
        await connection.SendBytesAsync(new byte[] { 0, 0, 0, 9, (byte)'4' });
        connection.Dispose();
        var failure = await test.UntilFailedAsync();
        Assert.Equal(TwsFailureCode.ConnectionClosed, failure.Code);
        Assert.Contains("middle of a frame", failure.Text, StringComparison.Ordinal);
    }

    internal static ContractDetails SampleDetails(int requestId) => new() { RequestId = requestId, Contract = new Contract { ConId = 756733, Symbol = "SPY", SecType = "STK" } };
}
