using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Api;

public sealed class GetSignalsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filters_combine()
    {
        await using var api = await ApiHost.StartAsync();
        var put = Samples.Contract with { Right = OptionRight.Put, ConId = 4003, Expiry = new DateOnly(2026, 1, 9) };
        await api.PostAsync(
            Samples.Signal(1),
            Samples.Signal(2) with { Contract = put, Delta = -0.3, Kind = SignalKind.VolumeSurge, Severity = SignalSeverity.High },
            Samples.Signal(3) with { Contract = put, Delta = null, Severity = SignalSeverity.Low },
            Samples.Signal(4) with { Contract = put, Delta = -0.2, Severity = SignalSeverity.High, Score = 8, Contributions = [new("Residual", 8)] });

        await AssertIds("", 4, 3, 2, 1);
        await AssertIds("?right=Put&expiry=2026-01-09", 4, 3, 2);
        await AssertIds("?severityMin=medium", 4, 2, 1);
        await AssertIds("?kind=VolumeSurge", 2);
        await AssertIds("?deltaMin=-0.3&deltaMax=-0.1", 4, 2);
        await AssertIds("?scoreMin=6&right=Put", 4);
        await AssertIds("?conId=4001", 1);
        await AssertIds($"?episodeId={Samples.Signal(3).EpisodeId}", 3);
        await AssertIds("?since=2999-01-01T00:00:00Z");
        await AssertIds("?acknowledged=true");

        async Task AssertIds(string query, params int[] expected) =>
            Assert.Equal(expected.Select(Samples.IdOf), (await api.GetPageAsync(query)).Items.Select(stored => stored.Signal.Id));
    }

    [Fact]
    public async Task An_episode_shows_its_newest_claim_unless_all_are_asked_for()
    {
        await using var api = await ApiHost.StartAsync();
        await api.PostAsync(Samples.Signal(1, episode: 1), Samples.Signal(2, episode: 2), Samples.Signal(3, episode: 1) with { RepeatCount = 2 });

        Assert.Equal([3, 2], (await api.GetPageAsync("")).Items.Select(stored => (int)stored.Sequence));
        Assert.Equal([3, 2, 1], (await api.GetPageAsync("?latestPerEpisode=false")).Items.Select(stored => (int)stored.Sequence));
    }

    [Theory]
    [InlineData("true", 3)]
    [InlineData("false", 1)]
    public async Task Pages_are_complete_and_stable_while_signals_are_stored(string latest, int episodeSize)
    {
        await using var api = await ApiHost.StartAsync();
        for (var number = 1; number <= 30; number++)
        {
            await api.PostAsync(Samples.Signal(number, episode: number / episodeSize));
        }

        var expected = (await api.GetPageAsync($"?latestPerEpisode={latest}&limit=500")).Items.Select(stored => stored.Sequence).ToArray();
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await api.GetPageAsync($"?latestPerEpisode={latest}&limit=4&cursor={cursor}");
            seen.AddRange(page.Items.Select(stored => stored.Sequence));
            cursor = page.NextCursor;

            // A repeat of the oldest episode moves its newest claim to the top; it must stay on the page where it was.
            await api.PostAsync(Samples.Signal(1000 + seen.Count, episode: 1));
        }
        while (cursor is not null);

        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData("kind=Nonsense", "kind", "query_invalid")]
    [InlineData("kind=1", "kind", "query_invalid")]
    [InlineData("severityMin=x", "severityMin", "query_invalid")]
    [InlineData("expiry=05.01.2026", "expiry", "query_invalid")]
    [InlineData("right=x", "right", "query_invalid")]
    [InlineData("deltaMin=2", "deltaMin", "query_invalid")]
    [InlineData("deltaMin=0.5&deltaMax=0.1", "deltaMax", "query_invalid")]
    [InlineData("scoreMin=NaN", "scoreMin", "query_invalid")]
    [InlineData("conId=-1", "conId", "query_invalid")]
    [InlineData("episodeId=x", "episodeId", "query_invalid")]
    [InlineData("acknowledged=maybe", "acknowledged", "query_invalid")]
    [InlineData("since=yesterday", "since", "query_invalid")]
    [InlineData("limit=0", "limit", "query_invalid")]
    [InlineData("limit=501", "limit", "query_invalid")]
    [InlineData("cursor=AAAA", "cursor", "cursor_invalid")]
    [InlineData("cursor=%F0%9F%98%80", "cursor", "cursor_invalid")]
    public async Task A_bad_value_is_refused_and_its_field_named(string query, string field, string code)
    {
        await using var api = await ApiHost.StartAsync();
        using var response = await api.Reader.GetAsync(new Uri($"/signals?{query}", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_with_a_code()
    {
        await using var api = await ApiHost.StartAsync();
        foreach (var path in new[] { $"/signals/{Samples.IdOf(1)}", "/feed", "/chains/2026-01-05", "/nowhere" })
        {
            using var response = await api.Reader.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal("not_found", (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task An_export_holds_the_filtered_signals_and_disarms_formulas()
    {
        await using var api = await ApiHost.StartAsync();
        await api.PostAsync(Samples.Signal(1) with { Summary = "=1+1, \"quoted\"" }, Samples.Signal(2));

        var csv = await api.Reader.GetStringAsync(new Uri("/signals/export?format=csv", UriKind.Relative), Stop);
        var json = await api.Reader.GetFromJsonAsync<StoredSignal[]>("/signals/export?format=json&limit=1", ApiHost.Json, Stop);
        using var bad = await api.Reader.GetAsync(new Uri("/signals/export?format=xml", UriKind.Relative), Stop);

        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("sequence,id,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"2,{Samples.IdOf(2)},", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",\"'=1+1, \"\"quoted\"\"\"", lines[2], StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(json!).Sequence);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }

    [Fact]
    public async Task The_description_and_its_reader_are_served()
    {
        await using var api = await ApiHost.StartAsync();
        var description = await api.Reader.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Stop);
        var page = await api.Reader.GetStringAsync(new Uri("/scalar/", UriKind.Relative), Stop);

        Assert.Contains("/signals/{id}/acknowledge", description, StringComparison.Ordinal);
        Assert.Contains("severityMin", description, StringComparison.Ordinal);
        Assert.Contains("SPY Options API", page, StringComparison.Ordinal);
    }
}
