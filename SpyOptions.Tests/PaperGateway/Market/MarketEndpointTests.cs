using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpyOptions.PaperGateway.Market;
using SpyOptions.Tests.PaperGateway.Support;

namespace SpyOptions.Tests.PaperGateway.Market;

public sealed class MarketEndpointTests : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private GatewayUnderTest gateway = null!;

    public async ValueTask InitializeAsync()
    {
        gateway = await GatewayUnderTest.StartAsync();
        client.BaseAddress = gateway.HttpAddress;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task Pause_resume_speed_and_seek_show_in_the_status()
    {
        var before = await client.GetFromJsonAsync<JsonElement>("control/status", TestContext.Current.CancellationToken);
        Assert.Equal("scripted", before.GetProperty("name").GetString());
        Assert.Equal("2026-10-05", before.GetProperty("sessionDate").GetString());
        Assert.False(before.GetProperty("isPaused").GetBoolean());
        Assert.Equal(gateway.Market.Contracts.Count, before.GetProperty("contracts").GetInt32());
        Assert.True((await PostAsync("pause")).GetProperty("isPaused").GetBoolean());
        Assert.Equal(7.5, (await PostAsync("speed?value=7.5")).GetProperty("speed").GetDouble());
        var target = before.GetProperty("startsAt").GetDateTimeOffset().AddHours(1);
        Assert.Equal(target, (await PostAsync($"seek?at={Uri.EscapeDataString(target.ToString("O"))}")).GetProperty("marketAt").GetDateTimeOffset());
        var after = await client.GetFromJsonAsync<JsonElement>("control/status", TestContext.Current.CancellationToken);
        Assert.Equal((true, 7.5, target), (after.GetProperty("isPaused").GetBoolean(), after.GetProperty("speed").GetDouble(), after.GetProperty("marketAt").GetDateTimeOffset()));
        Assert.False((await PostAsync("resume")).GetProperty("isPaused").GetBoolean());
    }

    [Fact]
    public async Task Labels_name_kind_contract_time_and_size()
    {
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>("labels", TestContext.Current.CancellationToken)).GetArrayLength());
        var label = new AnomalyLabel(1, AnomalyKind.SpreadBlowOut, ScriptedMarket.Call(600).ConId, ScriptedMarket.Noon, ScriptedMarket.Noon.AddSeconds(30), 15.5);
        gateway.Market.Labels = [label];
        var shown = (await client.GetFromJsonAsync<JsonElement>("labels", TestContext.Current.CancellationToken))[0];
        Assert.Equal(
            (label.Id, "SpreadBlowOut", label.ConId, label.StartsAt, label.EndsAt, label.Size),
            (shown.GetProperty("id").GetInt32(), shown.GetProperty("kind").GetString(), shown.GetProperty("conId").GetInt32(),
                shown.GetProperty("startsAt").GetDateTimeOffset(), shown.GetProperty("endsAt").GetDateTimeOffset(), shown.GetProperty("size").GetDouble()));
    }

    [Theory]
    [InlineData("speed", "value")]
    [InlineData("speed?value=0.05", "value")]
    [InlineData("speed?value=3601", "value")]
    [InlineData("speed?value=NaN", "value")]
    [InlineData("speed?value=fast", "value")]
    [InlineData("seek", "at")]
    [InlineData("seek?at=2020-01-01T12:00:00Z", "at")]
    [InlineData("seek?at=noon", "at")]
    public async Task A_bad_value_is_answered_with_400_and_its_field(string request, string field)
    {
        using var response = await client.PostAsync($"control/{request}", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Contains("Must", problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> PostAsync(string request)
    {
        using var response = await client.PostAsync($"control/{request}", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
