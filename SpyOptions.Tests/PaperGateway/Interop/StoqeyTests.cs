using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SpyOptions.Tests.PaperGateway.Support;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.PaperGateway.Interop;

/// <summary>The npm client <c>@stoqey/ib</c> talks to the gateway; its scripts lie in the folder <c>node</c> beside this file.</summary>
public sealed class StoqeyTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "SpyOptions.Tests", "PaperGateway", "Interop", "node");

    [Theory]
    [InlineData(176)]
    [InlineData(178)]
    public async Task Connects_finds_the_chain_streams_fifty_options_trades_and_cancels(int version)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "@stoqey", "ib")), "'npm ci' was not run in SpyOptions.Tests/PaperGateway/Interop/node.");
        await using var gateway = await GatewayUnderTest.StartSyntheticAsync("--seed=1", $"--Gateway:VersionMax={version}");
        var result = await ConverseAsync(gateway.Port);

        Assert.False(result.TryGetProperty("failure", out var failure), failure.ToString());
        Assert.Equal(version, result.GetProperty("serverVersion").GetInt32());
        Assert.Empty(result.GetProperty("errors").EnumerateArray().Select(error => error.ToString()));
        Assert.Equal([2104, 2104, 2106, 2158], Numbers(result.GetProperty("notices"), "code"));
        Assert.Equal(756733, result.GetProperty("details").GetProperty("conId").GetInt32());
        Assert.True(result.GetProperty("chain").GetProperty("expirations").GetInt32() >= 30);
        AssertStream(result.GetProperty("stream"));
        AssertFill(result.GetProperty("fill"));
        Assert.Equal(["PreSubmitted", "Submitted", "PendingCancel", "Cancelled"], result.GetProperty("cancelled").EnumerateArray().Select(status => status.GetString()!));
        Assert.Equal([202], Numbers(result.GetProperty("cancelNotices"), "code"));
        var position = Assert.Single(result.GetProperty("positions").EnumerateArray());
        Assert.Equal((result.GetProperty("traded").GetInt32(), 1), (position.GetProperty("conId").GetInt32(), position.GetProperty("quantity").GetInt32()));
    }

    private static void AssertStream(JsonElement stream)
    {
        Assert.Equal(50, stream.GetArrayLength());
        foreach (var option in stream.EnumerateArray())
        {
            Assert.True(option.GetProperty("bid").GetDouble() < option.GetProperty("ask").GetDouble(), option.ToString());
            Assert.InRange(option.GetProperty("impliedVolatility").GetDouble(), 0.01, 3);
            Assert.InRange(Math.Abs(option.GetProperty("delta").GetDouble()), 0, 1);
            Assert.True(option.GetProperty("openInterest").GetDouble() >= 0, option.ToString());
        }
    }

    private static void AssertFill(JsonElement fill)
    {
        Assert.Equal(["PreSubmitted", "Submitted", "Filled"], fill.GetProperty("statuses").EnumerateArray().Select(status => status.GetString()!).Distinct());
        Assert.Equal((1, 0), (fill.GetProperty("filled").GetInt32(), fill.GetProperty("remaining").GetInt32()));
        Assert.Equal("BOT", fill.GetProperty("execution").GetProperty("side").GetString());
        Assert.Equal(0.65, fill.GetProperty("commission").GetDouble());
    }

    private static IEnumerable<int> Numbers(JsonElement list, string name) => list.EnumerateArray().Select(each => each.GetProperty(name).GetInt32());

    private static async Task<JsonElement> ConverseAsync(int port)
    {
        var start = new ProcessStartInfo("node", ["converse.mjs", port.ToString(CultureInfo.InvariantCulture), "7", "50"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = StartOrSkip(start);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        try
        {
            var errors = node.StandardError.ReadToEndAsync(limit.Token);
            var output = await node.StandardOutput.ReadToEndAsync(limit.Token);
            await node.WaitForExitAsync(limit.Token);
            var line = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(text => text.StartsWith('{'));
            Assert.True(line is not null, await errors);
            return JsonDocument.Parse(line).RootElement;
        }
        finally
        {
            if (!node.HasExited)
            {
                node.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node is not installed.");
            throw;
        }
    }
}
