using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.ServiceDefaults.Logging;

namespace SpyOptions.Tests.ServiceDefaults;

public sealed class JsonLineFormatterTests
{
    [Fact]
    public void A_line_is_one_object_with_time_level_message_origin_and_trace()
    {
        using var services = new ServiceCollection().Configure<JsonLineOptions>(line => (line.Service, line.Pod) = ("SpyOptions.Bot", "bot-0")).BuildServiceProvider();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 14, 30, 0, TimeSpan.Zero));
        var formatter = new JsonLineFormatter(services.GetRequiredService<IOptionsMonitor<JsonLineOptions>>(), time);
        using var activity = new Activity("tick").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var writer = new StringWriter();
        var state = new[] { KeyValuePair.Create("Code", (object?)1100), KeyValuePair.Create("{OriginalFormat}", (object?)"Link lost ({Code}).") };

        formatter.Write(
            new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(
                LogLevel.Warning, "Tws", new EventId(1001), state, new InvalidOperationException("broken"), (_, _) => "Link lost (1100).\nTwice \"said\"."),
            null,
            writer);

        var text = writer.ToString();
        Assert.Equal(1, text.Count(letter => letter == '\n'));
        var line = JsonElement.Parse(text);
        Assert.Equal("2026-01-05T14:30:00Z", line.GetProperty("timestamp").GetString());
        Assert.Equal("Warning", line.GetProperty("level").GetString());
        Assert.Equal("Link lost (1100).\nTwice \"said\".", line.GetProperty("message").GetString());
        Assert.Equal(1001, line.GetProperty("eventId").GetInt32());
        Assert.Equal("SpyOptions.Bot", line.GetProperty("service").GetString());
        Assert.Equal("bot-0", line.GetProperty("pod").GetString());
        Assert.False(line.TryGetProperty("namespace", out _));
        Assert.Equal(activity.TraceId.ToHexString(), line.GetProperty("traceId").GetString());
        Assert.Equal("1100", line.GetProperty("values").GetProperty("Code").GetString());
        Assert.Contains("broken", line.GetProperty("exception").GetString(), StringComparison.Ordinal);
    }
}
