using System.Net;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.EndToEnd;

public sealed class SilentGatewayTests
{
    [Fact]
    public async Task A_gateway_that_accepts_and_stays_silent_leaves_the_bot_alive_unready_and_saying_that_it_needs_a_login()
    {
        using var gateway = new ScriptedGateway();
        await using var edge = await Edge.StartAsync(new Uri("http://127.0.0.1:9"), $"--Bot:Gateway:Port={gateway.Port}", "--Bot:Gateway:VersionTimeout=00:00:00.500");
        using var connection = await gateway.AcceptAsync(TestContext.Current.CancellationToken);

        var ready = await Platform.EventuallyAsync(
            () => edge.GetAsync("ready"), answer => answer.Body.Contains("NeedsLogin", StringComparison.Ordinal), "the word that the gateway needs a login");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Contains("needs login", ready.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await edge.GetAsync("alive")).Status);
    }
}
