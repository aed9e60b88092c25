using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpyOptions.Tests.ServiceDefaults;

public sealed class HealthEndpointsTests
{
    [Fact]
    public async Task A_check_counts_where_its_tag_says_and_explains_itself()
    {
        await using var app = await DefaultsHost.StartAsync(builder => builder.Services.AddHealthChecks().AddCheck(
            "feed",
            () => HealthCheckResult.Unhealthy("No tick for 9 s.", data: new Dictionary<string, object> { ["tickAgeMs"] = 9000 }),
            ["ready"]));

        var alive = Parse(await DefaultsHost.GetAsync(app, "/alive"));
        var ready = Parse(await DefaultsHost.GetAsync(app, "/ready"));
        var health = Parse(await DefaultsHost.GetAsync(app, "/health"));

        Assert.Equal("Healthy", alive.GetProperty("status").GetString());
        Assert.Equal("Unhealthy", ready.GetProperty("status").GetString());
        var check = Assert.Single(ready.GetProperty("checks").EnumerateArray());
        Assert.Equal("feed", check.GetProperty("name").GetString());
        Assert.Equal("No tick for 9 s.", check.GetProperty("description").GetString());
        Assert.Equal(9000, check.GetProperty("data").GetProperty("tickAgeMs").GetInt32());
        Assert.Equal(2, health.GetProperty("checks").GetArrayLength());
    }

    private static JsonElement Parse(string text) => JsonElement.Parse(text);
}
