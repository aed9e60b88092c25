using Microsoft.Extensions.DependencyInjection;
using SpyOptions.PaperGateway.Sessions;
using SpyOptions.Tests.PaperGateway.Support;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.PaperGateway.Sessions;

public sealed class HandshakeTests
{
    [Theory]
    [InlineData("v176..178", 178)]
    [InlineData("v100..193", 178)]
    [InlineData("v157..178 +PACEAPI", 178)]
    [InlineData("v176..176\0", 176)]
    [InlineData("v177..177", 177)]
    public async Task Answers_the_highest_version_that_both_know(string range, int expected)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync(range: range);
        Assert.Equal(expected, client.ServerVersion);
    }

    [Fact]
    public async Task Can_be_held_at_an_older_version()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("--Gateway:VersionMax=176");
        using var client = await gateway.ConnectAsync(range: "v100..193");
        Assert.Equal(176, client.ServerVersion);
    }

    [Theory]
    [InlineData("v179..200")]
    [InlineData("v100..175")]
    [InlineData("garbage")]
    public async Task Turns_a_client_away_that_speaks_no_common_version(string range)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await RawClient.OpenAsync(gateway.Port);
        await client.SendAsync(RawClient.Hello(range));
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task Turns_away_what_is_no_client()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await RawClient.OpenAsync(gateway.Port);
        await client.SendAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task Accepts_hello_and_start_in_one_read()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await RawClient.OpenAsync(gateway.Port);
        await client.SendAsync([.. RawClient.Hello("v176..176\0"), .. RawClient.Frame("71", "2", "7", "")]);
        await client.ReadHelloAsync();
        Assert.Equal(["DU1234567"], (await client.UntilAsync<ManagedAccounts>()).Accounts);
        Assert.Equal(1, (await client.UntilAsync<NextValidId>()).OrderId);
    }

    [Fact]
    public async Task Accepts_every_byte_alone()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await RawClient.OpenAsync(gateway.Port);
        byte[] bytes = [.. RawClient.Hello("v176..178"), .. RawClient.Frame("71", "2", "7", ""), .. RawClient.Frame("49", "1")];
        foreach (var part in bytes)
        {
            await client.SendAsync([part]);
        }

        await client.ReadHelloAsync();
        Assert.Equal(ScriptedMarket.Noon.ToUnixTimeSeconds(), (await client.UntilAsync<CurrentTime>()).UnixSeconds);
    }

    [Fact]
    public async Task Refuses_a_client_id_in_use_and_frees_it_when_its_owner_goes()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var first = await gateway.ConnectAsync(7);
        using (var second = await RawClient.OpenAsync(gateway.Port))
        {
            await second.SendAsync([.. RawClient.Hello("v176..178"), .. RawClient.Frame("71", "2", "7", "")]);
            await second.ReadHelloAsync();
            Assert.Equal(326, (await second.UntilErrorAsync(-1)).Code);
            Assert.True(await second.IsClosedAsync());
        }

        first.Dispose();
        await Eventually.HoldsAsync(() => gateway.Services.GetRequiredService<ClientDirectory>().Find(7) is null);
        using var third = await gateway.ConnectAsync(7);
    }

    [Fact]
    public async Task Disconnects_a_client_that_never_says_hello()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("--Gateway:HandshakeSecondsMax=1");
        using var client = await RawClient.OpenAsync(gateway.Port);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task Announces_the_data_farms()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await gateway.ConnectAsync();
        Assert.Equal([2104, 2104, 2106, 2158], client.Seen.OfType<ErrorNotice>().Select(notice => notice.Code));
    }
}
