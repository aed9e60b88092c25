using SpyOptions.Tests.Support;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.Tws.Client;

public sealed class RequestsTests
{
    private static readonly Contract Spy = new() { Symbol = "SPY", SecType = "STK", Exchange = "SMART", Currency = "USD" };

    [Fact]
    public async Task Contract_details_are_complete_at_their_end()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        var asking = test.Client.RequestContractDetailsAsync(Spy, test.Deadline);
        var request = await connection.ReadRequestAsync<ContractDetailsRequest>(test.Deadline);
        Assert.True(RequestIdAllocator.IsRequestId(request.RequestId));
        Assert.Equal(Spy.Symbol, request.Contract.Symbol);
        await connection.SendAsync(
            ConnectionLossTests.SampleDetails(request.RequestId), ConnectionLossTests.SampleDetails(request.RequestId), new ContractDetailsEnd(request.RequestId));
        Assert.Equal([756733, 756733], (await asking).Select(details => details.Contract.ConId));
    }

    [Fact]
    public async Task Contract_details_end_with_error_200_when_there_is_no_such_contract()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        var asking = test.Client.RequestContractDetailsAsync(Spy, test.Deadline);
        var request = await connection.ReadRequestAsync<ContractDetailsRequest>(test.Deadline);
        await connection.SendAsync(new ErrorNotice(request.RequestId, 200, "No security definition has been found for the request"));
        var refused = await Assert.ThrowsAsync<TwsRequestException>(() => asking);
        Assert.Equal((TwsRequestFailure.Refused, 200), (refused.Failure, refused.Code));
        Assert.Equal("No security definition has been found for the request", refused.Text);
        await connection.SendAsync(new ContractDetailsEnd(request.RequestId));
        Assert.IsType<ContractDetailsEnd>(await test.NextReplyAsync());
    }

    [Fact]
    public async Task An_answer_without_an_end_is_a_timeout_and_never_a_short_list()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options => options.RequestTimeout = TimeSpan.FromMilliseconds(60));
        using var connection = await test.ConnectAsync(gateway);
        var asking = test.Client.RequestOptionParametersAsync("SPY", "STK", 756733, test.Deadline);
        var request = await connection.ReadRequestAsync<OptionParametersRequest>(test.Deadline);
        await connection.SendAsync(new OptionParameters(request.RequestId, "SMART", 756733, "SPY", "100", ["20261016"], [590m]));
        Assert.Equal(TwsRequestFailure.TimedOut, (await Assert.ThrowsAsync<TwsRequestException>(() => asking)).Failure);
    }

    [Fact]
    public async Task Option_parameters_bring_every_exchange()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        var asking = test.Client.RequestOptionParametersAsync("SPY", "STK", 756733, test.Deadline);
        var request = await connection.ReadRequestAsync<OptionParametersRequest>(test.Deadline);
        await connection.SendAsync(
            new OptionParameters(request.RequestId, "SMART", 756733, "SPY", "100", ["20261016"], [590m]),
            new OptionParameters(request.RequestId, "CBOE", 756733, "SPY", "100", ["20261016"], [590m]),
            new OptionParametersEnd(request.RequestId));
        Assert.Equal(["SMART", "CBOE"], (await asking).Select(row => row.Exchange));
    }

    [Fact]
    public async Task Callers_who_ask_for_the_time_together_share_one_question()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        connection.AnswersHeartbeats = false;
        var first = test.Client.RequestCurrentTimeAsync(test.Deadline);
        var second = test.Client.RequestCurrentTimeAsync(test.Deadline);
        await connection.ReadRequestAsync<CurrentTimeRequest>(test.Deadline);
        await connection.SendAsync(new CurrentTime(1_791_129_600));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_791_129_600), await first);
        Assert.Equal(await first, await second);
        _ = test.Client.RequestCurrentTimeAsync(test.Deadline);
        await connection.ReadRequestAsync<CurrentTimeRequest>(test.Deadline);
    }

    [Fact]
    public async Task A_question_that_the_heartbeat_gave_up_fails_everybody_who_shares_it()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, options =>
        {
            options.HeartbeatInterval = TimeSpan.FromMilliseconds(50);
            options.HeartbeatTimeout = TimeSpan.FromMilliseconds(100);
            options.RequestTimeout = TimeSpan.FromMinutes(5);
        });
        using var connection = await test.ConnectAsync(gateway);
        connection.AnswersHeartbeats = false;
        var asking = test.Client.RequestCurrentTimeAsync(test.Deadline);
        var failure = await Assert.ThrowsAsync<TwsRequestException>(() => asking);
        Assert.Contains(failure.Failure, new[] { TwsRequestFailure.TimedOut, TwsRequestFailure.ConnectionLost });
    }

    [Fact]
    public async Task A_message_that_has_no_form_on_the_wire_fails_alone()
    {
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port);
        using var connection = await test.ConnectAsync(gateway);
        var bad = test.Client.RequestContractDetailsAsync(Spy with { Symbol = "SPÝ" }, test.Deadline);
        Assert.Equal(TwsRequestFailure.Unwritable, (await Assert.ThrowsAsync<TwsRequestException>(() => bad)).Failure);
        await test.Client.SendAsync(new IdsRequest(), SendPriority.Request, test.Deadline);
        await connection.ReadRequestAsync<IdsRequest>(test.Deadline);
    }
}
