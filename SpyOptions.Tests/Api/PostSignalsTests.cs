using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SpyOptions.Api;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Api;

public sealed class PostSignalsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signal_sent_twice_is_stored_once_and_nothing_changes()
    {
        await using var api = await ApiHost.StartAsync();
        var first = await api.PostAsync(Samples.Signal(1), Samples.Signal(2));
        var second = await api.PostAsync(Samples.Signal(3), Samples.Signal(1) with { Summary = "Changed." }, Samples.Signal(3));

        Assert.All(first.Results, result => Assert.Equal(SignalOutcome.Stored, result.Outcome));
        Assert.Equal([SignalOutcome.Stored, SignalOutcome.Duplicate, SignalOutcome.Duplicate], second.Results.Select(result => result.Outcome));
        Assert.Equal(first.Results[0].Sequence, second.Results[1].Sequence);
        Assert.Equal(second.Results[0].Sequence, second.Results[2].Sequence);
        var stored = (await api.Reader.GetFromJsonAsync<StoredSignal>($"/signals/{Samples.IdOf(1)}", ApiHost.Json, Stop))!;
        Assert.Equivalent(Samples.Signal(1), stored.Signal, strict: true);
        var metrics = await api.MetricsAsync();
        Assert.Contains("\nspy_api_signals_stored_total 3\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\nspy_api_signals_duplicate_total 2\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\nspy_api_published_stored_seconds_count 3\n", metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("writer-key-of-the-test")]
    [InlineData("")]
    public async Task A_writer_without_the_right_key_is_refused_with_a_code_and_counted(string? key)
    {
        await using var api = await ApiHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/signals") { Content = JsonContent.Create(new SignalBatch([Samples.Signal()]), options: ApiHost.Json) };
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        using var response = await api.Reader.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("api_key_invalid", (await ProblemAsync(response)).GetProperty("code").GetString());
        Assert.Empty((await api.GetPageAsync("")).Items);
        Assert.Contains("spy_api_requests_refused_total{code=\"api_key_invalid\"} 1\n", await api.MetricsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_oversized_body_is_refused_with_413()
    {
        await using var api = await ApiHost.StartAsync(["--Api:SignalsBodyBytesMax=4096"]);
        using var response = await api.Writer.PostAsJsonAsync(
            "/signals", new SignalBatch([.. Enumerable.Range(1, 20).Select(number => Samples.Signal(number))]), ApiHost.Json, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("body_too_large", (await ProblemAsync(response)).GetProperty("code").GetString());
        Assert.Contains("spy_api_requests_refused_total{code=\"body_too_large\"} 1\n", await api.MetricsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"signals\":[{\"id\":5}]}", "signals[0].id")]
    [InlineData("{\"signals\":", "signals")]
    [InlineData("", "body")]
    [InlineData("{}", "body")]
    [InlineData("{\"signals\":null}", "signals")]
    public async Task Malformed_json_names_the_field_where_reading_stopped(string body, string field)
    {
        await using var api = await ApiHost.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await api.Writer.PostAsync(new Uri("/signals", UriKind.Relative), content, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await ProblemAsync(response);
        Assert.Equal("json_malformed", problem.GetProperty("code").GetString());
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task One_bad_signal_refuses_the_batch_and_is_named_by_its_index()
    {
        await using var api = await ApiHost.StartAsync();
        using var response = await api.Writer.PostAsJsonAsync(
            "/signals", new SignalBatch([Samples.Signal(1), Samples.Signal(2) with { Score = 9, TraceParent = "no" }]), ApiHost.Json, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await ProblemAsync(response);
        Assert.Equal("signal_invalid", problem.GetProperty("code").GetString());
        Assert.Equal(
            ["signals[1].score", "signals[1].traceParent"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()).Order());
        Assert.Empty((await api.GetPageAsync("")).Items);
    }

    [Fact]
    public async Task Eight_writers_at_once_store_everything_once_with_rising_sequences()
    {
        await using var api = await ApiHost.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var batch = 0; batch < 5; batch++)
            {
                var first = ((writer % 4) * 50) + (batch * 10);
                await api.PostAsync([.. Enumerable.Range(first + 1, 10).Select(number => Samples.Signal(number))]);
            }
        }));

        var page = await api.GetPageAsync("?limit=500");
        Assert.Equal(200, page.Items.Count);
        Assert.Equal(200, page.Items.Select(stored => stored.Signal.Id).Distinct().Count());
        Assert.Contains("\nspy_api_signals_duplicate_total 200\n", await api.MetricsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_from_one_address_is_refused_with_429()
    {
        await using var api = await ApiHost.StartAsync(["--Api:ReadsPerSecondMax=2"]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => api.Reader.GetAsync(new Uri("/signals", UriKind.Relative), Stop)));

        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("rate_limited", (await ProblemAsync(refused)).GetProperty("code").GetString());
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("--Api:WriterKey=short", "WriterKey")]
    [InlineData("--Api:SignalsMax=1", "SignalsMax")]
    public void A_setting_out_of_bounds_stops_the_start_and_is_named(string setting, string name)
    {
        var failure = Assert.Throws<OptionsValidationException>(
            () => ApiProcess.Build(new() { Args = ["--urls=http://127.0.0.1:0", $"--Api:WriterKey={ApiHost.WriterKey}", setting] }));
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}
