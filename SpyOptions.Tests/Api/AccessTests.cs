using System.Net;
using System.Net.Http.Json;

namespace SpyOptions.Tests.Api;

public sealed class AccessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_loopback_and_listed_origins_may_call_the_hub()
    {
        await using var api = await ApiHost.StartAsync(["--Api:Origins:0=https://desk.example"]);
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync("https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync("null"));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync("https://desk.example"));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync("http://localhost:5090"));

        async Task<HttpStatusCode> NegotiateAsync(string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/signals/negotiate?negotiateVersion=1");
            request.Headers.Add("Origin", origin);
            using var response = await api.Reader.SendAsync(request, Stop);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task An_operator_key_that_is_configured_is_needed_to_acknowledge()
    {
        await using var api = await ApiHost.StartAsync(["--Api:OperatorKey=operator-key-of-the-tests"]);
        await api.PostAsync(Samples.Signal(1));
        using var without = await api.Reader.PostAsJsonAsync($"/signals/{Samples.IdOf(1)}/acknowledge", new { by = "Ada" }, Stop);
        using var wrong = await api.Writer.PostAsJsonAsync($"/signals/{Samples.IdOf(1)}/acknowledge", new { by = "Ada" }, Stop);
        api.Reader.DefaultRequestHeaders.Add("X-Api-Key", "operator-key-of-the-tests");
        using var right = await api.Reader.PostAsJsonAsync($"/signals/{Samples.IdOf(1)}/acknowledge", new { by = "Ada" }, Stop);
        using var nobody = await api.Reader.PostAsJsonAsync($"/signals/{Samples.IdOf(1)}/acknowledge", new { by = " " }, Stop);

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.BadRequest],
            [without.StatusCode, wrong.StatusCode, right.StatusCode, nobody.StatusCode]);
    }
}
