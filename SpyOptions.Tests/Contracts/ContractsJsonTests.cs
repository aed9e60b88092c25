using System.Text.Json;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Contracts;

public sealed class ContractsJsonTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 18, 30, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = MakeOptions();

    [Fact]
    public void What_is_not_known_survives_the_way_to_another_process()
    {
        AssertSurvives(new SignalPage([DashboardSamples.Signal(1, Now)]));
        AssertSurvives(DashboardSamples.Feed(Now) with { MarketAt = null, Spot = null, ServerVersion = null, TickAgeMs = null });
        AssertSurvives(DashboardSamples.Chain(DashboardSamples.Today, Now) with { Rows = [new ChainRow(670), new ChainRow(671, new ChainCell { ConId = 1, Subscribed = false, Stale = true })] });
    }

    [Fact]
    public void A_missing_field_is_an_error_that_names_it()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SignalInput>("""{"name":"spot","unit":"USD"}""", Json));
        Assert.Contains("value", error.Message, StringComparison.Ordinal);
    }

    private static void AssertSurvives<T>(T value)
    {
        var text = JsonSerializer.Serialize(value, Json);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(text, Json), Json));
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions();
        ContractsJson.Configure(options);
        return options;
    }
}
