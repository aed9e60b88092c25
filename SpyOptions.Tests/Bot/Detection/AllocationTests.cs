using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection;
using SpyOptions.Bot.Detection.DataQuality;
using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Bot.Detection.SmileResidual;
using SpyOptions.Bot.Detection.VolumeSurge;
using SpyOptions.Bot.MarketData;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Bot.Detection;

public sealed class AllocationTests(ITestOutputHelper output)
{
    [Fact]
    public void A_step_without_findings_allocates_nothing()
    {
        using var bench = new DetectionBench();
        var pipeline = new DetectionPipeline(
            new DataQualityDetector(Options.Create(new DataQualityOptions())), new SmileResidualDetector(Options.Create(new SmileResidualOptions())),
            new VolumeSurgeDetector(Options.Create(new VolumeSurgeOptions())), Options.Create(new DetectionOptions()),
            bench.Time, bench.Metrics, bench.Own, bench, NullLogger<DetectionPipeline>.Instance);
        var frame = new ExpiryFrame(new ChainView(bench.Chain, bench.Chain.Expiries[0]));
        for (var i = 0; i < 5; i++)
        {
            bench.Tick((_, quote) => quote with { Volume = 100 + i });
            pipeline.Step(frame, bench.Option(750, OptionRight.Call).Quote);
        }

        var tick = bench.Option(750, OptionRight.Call).Quote;
        for (var i = 0; i < 20; i++)
        {
            pipeline.Step(frame, tick);
        }

        const int Steps = 50;
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Steps; i++)
        {
            pipeline.Step(frame, tick);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{frame.Options.Length} contracts: {watch.Elapsed.TotalMicroseconds / Steps:0} us and {allocated / Steps} B a step");
        Assert.Empty(bench.Signals);
        Assert.Equal(0, allocated);
    }
}
