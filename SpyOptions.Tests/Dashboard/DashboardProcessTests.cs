using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using SpyOptions.Dashboard;
using SpyOptions.Tests.Browser;

namespace SpyOptions.Tests.Dashboard;

public sealed class DashboardProcessTests
{
    [Theory]
    [InlineData("ApiAddress", "ftp://somewhere")]
    [InlineData("ApiAddress", "/relative")]
    [InlineData("OperatorKey", "short")]
    [InlineData("EpisodesMax", "49")]
    [InlineData("RenderIntervalMs", "251")]
    [InlineData("ReportAgeMsMax", "999")]
    [InlineData("ReconnectMsMax", "60001")]
    [InlineData("ProbeIntervalMs", "199")]
    [InlineData("ZeroDteCutoffMinutes", "-1")]
    public async Task A_setting_out_of_its_bounds_stops_the_start_and_is_named(string field, string value)
    {
        await using var app = DashboardProcess.Build(new WebApplicationOptions
        {
            Args = ["--urls=http://127.0.0.1:0", $"--Dashboard:{field}={value}", "--Logging:LogLevel:Default=None"],
        });

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(field, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_passes_through_with_its_filter_and_a_file_name()
    {
        await using var dashboard = await DashboardUnderTest.StartAsync();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(
            new Uri($"{dashboard.Address}/export/signals.csv?kind=SmileResidual&scoreMin=4.5&rubbish=1"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("signals.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("sequence,kind\n1,SmileResidual\n", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("?kind=SmileResidual&scoreMin=4.5&format=csv", dashboard.Api.Played.ExportQuery);
    }

    [Fact]
    public async Task With_the_api_away_the_export_says_so()
    {
        await using var dashboard = await DashboardUnderTest.StartAsync();
        await dashboard.Api.DisposeAsync();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{dashboard.Address}/export/signals.json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("does not answer", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
