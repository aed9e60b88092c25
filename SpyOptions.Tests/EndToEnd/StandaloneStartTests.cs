using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SpyOptions.Standalone;

namespace SpyOptions.Tests.EndToEnd;

public sealed class StandaloneStartTests
{
    [Fact]
    public async Task A_missing_session_file_stops_the_start_and_is_named()
    {
        var failure = await Assert.ThrowsAsync<StandaloneStartException>(() => Platform.StartAsync("--session", "no-such-day.csv"));

        Assert.Equal("gateway", failure.Process);
        Assert.Contains("no-such-day.csv", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_out_of_its_bounds_stops_the_start_and_is_named()
    {
        var failure = await Assert.ThrowsAsync<StandaloneStartException>(() => Platform.StartAsync("--Bot:MarketData:LinesMax=-3"));

        Assert.Equal("bot", failure.Process);
        Assert.Contains("LinesMax", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_out_of_range_is_named()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => new StandaloneHost(new StandaloneOptions { ApiPort = 70_000 }));

        Assert.Contains("ApiPort", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_the_option_that_chooses_another()
    {
        using var owner = new TcpListener(IPAddress.Loopback, 0);
        owner.Start();
        var port = ((IPEndPoint)owner.LocalEndpoint).Port;
        var data = Directory.CreateTempSubdirectory("spyoptions-test-");
        await using var host = new StandaloneHost(new StandaloneOptions { GatewayPort = 0, GatewayControlPort = port, DataPath = data.FullName });

        var failure = await Assert.ThrowsAsync<StandaloneStartException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"127.0.0.1:{port}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--Standalone:GatewayControlPort", failure.Message, StringComparison.Ordinal);
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task Stopping_closes_every_port()
    {
        int gatewayPort;
        Uri[] addresses;
        await using (var platform = await Platform.StartAsync())
        {
            gatewayPort = platform.Host.GatewayPort;
            addresses = [platform.Host.GatewayControlAddress, platform.Host.BotAddress, platform.Host.ApiAddress, platform.Host.DashboardAddress];
        }

        foreach (var port in addresses.Select(address => address.Port).Append(gatewayPort))
        {
            using var socket = new TcpClient();
            await Assert.ThrowsAnyAsync<SocketException>(async () => await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken));
        }
    }
}
