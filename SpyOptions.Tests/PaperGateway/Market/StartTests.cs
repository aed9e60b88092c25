using System.Diagnostics;
using SpyOptions.PaperGateway;
using SpyOptions.Tests.PaperGateway.Support;

namespace SpyOptions.Tests.PaperGateway.Market;

public sealed class StartTests
{
    [Fact]
    public async Task A_session_file_that_is_missing_ends_the_process_with_one_line_and_code_2()
    {
        var missing = Path.Combine(Path.GetTempPath(), "no-such-session.csv.gz");
        await AssertRefusedAsync([missing, "cannot be read"], "--port", "0", "--urls=http://127.0.0.1:0", "--session", missing);
    }

    [Fact]
    public async Task A_session_file_that_is_broken_ends_the_process_with_line_and_field()
    {
        var broken = SessionFile.Write(SessionFile.Day().Select((line, index) => index == 3 ? line.Replace(",741,", ",n/a,", StringComparison.Ordinal) : line));
        await AssertRefusedAsync([broken, "line 4, field spot"], "--port=0", "--urls=http://127.0.0.1:0", $"--session={broken}");
    }

    [Fact]
    public Task An_unknown_switch_ends_the_process_and_is_named() => AssertRefusedAsync(["--sesion", "--session"], "--sesion", "day.csv");

    [Theory]
    [InlineData("--sesion=day.csv", "--sesion")]
    [InlineData("--speed=2 --ports=4003", "--ports")]
    [InlineData("--session", "--session")]
    [InlineData("--seed=1 --Gateway:TicksPerSecond", "--Gateway:TicksPerSecond")]
    public void A_switch_that_is_unknown_or_has_no_value_is_refused(string arguments, string name) =>
        Assert.Contains($"The switch {name} ", Assert.Throws<FormatException>(() => CommandLineSwitches.Check(arguments.Split(' '))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("--port 0 --seed 4 --session a.csv --speed=60 --urls=http://127.0.0.1:0")]
    [InlineData("--Speed 60 --ENVIRONMENT=Test --contentRoot . --applicationName=Gateway")]
    [InlineData("--Gateway:TicksPerSecond=100 --Standalone:DashboardPort 0 --session --looks-like-a-switch")]
    [InlineData("Gateway:Seed=3 stray")]
    public void Known_switches_and_configuration_keys_pass(string arguments) => CommandLineSwitches.Check(arguments.Split(' '));

    [Fact]
    public async Task Rows_that_a_recorded_session_skips_are_counted()
    {
        var lines = SessionFile.Day().Concat(Enumerable.Range(0, 300).Select(index => SessionFile.Row("2026-07-22T09:50:00", 740, "C", 600 + index, 1, 2, 3)));
        var path = SessionFile.Write(lines.Select((line, index) => index is 50 or 60 ? "garbage" : line));
        await using var gateway = await GatewayUnderTest.StartSyntheticAsync($"--session={path}");
        using var client = new HttpClient();
        var metrics = await client.GetStringAsync(new Uri(gateway.HttpAddress, "metrics"), TestContext.Current.CancellationToken);
        Assert.Contains("\npaper_gateway_session_rows_skipped_total 2\n", metrics, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(string[] expected, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PaperGatewayProcess).Assembly.Location, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, ""), (process.ExitCode, await output));
        Assert.Single(error.Trim().Split('\n'));
        Assert.All(expected, words => Assert.Contains(words, error, StringComparison.Ordinal));
    }
}
