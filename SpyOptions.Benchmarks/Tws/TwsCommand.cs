using System.Text.Json;

namespace SpyOptions.Benchmarks.Tws;

/// <summary>
/// Decoding on loopback from another process. A target is met by the frames that one second of processor time decodes, everything in
/// this process counted: that is what one core does, and other programs on the machine do not change it. The rate by the clock is reported beside it.
/// </summary>
internal sealed class TwsCommand : IBenchmarkCommand
{
    private const int Rounds = 3;
    private const double PriceFramesPerSecondMin = 2_000_000;
    private const double GreekFramesPerSecondMin = 1_000_000;

    /// <summary>What is left to the runtime's own bookkeeping between reads; a tick itself allocates nothing.</summary>
    private const double AllocatedBytesPerTickMax = 0.005;

    public string Name => "tws";

    public string? Description => "decode price, size and greeks ticks from another process: frames a second, bytes a tick";

    public async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        await using var source = await TwsSource.StartAsync(stop);
        var prices = await MeasureAsync(source, TickStream.Prices, warmUpFrames: 3_000_000, frames: 4_000_000, stop);
        var greeks = await MeasureAsync(source, TickStream.Greeks, warmUpFrames: 1_000_000, frames: 2_000_000, stop);
        var naivePrices = await MeasureNaiveAsync(source, TickStream.Prices, stop);
        var naiveGreeks = await MeasureNaiveAsync(source, TickStream.Greeks, stop);
        Print("price + size", prices);
        Print("greeks", greeks);
        Print("price + size, naive", naivePrices);
        Print("greeks, naive", naiveGreeks);

        var ok = prices.FramesPerCoreSecond >= PriceFramesPerSecondMin
            && greeks.FramesPerCoreSecond >= GreekFramesPerSecondMin
            && prices.AllocatedBytesPerFrame <= AllocatedBytesPerTickMax
            && greeks.AllocatedBytesPerFrame <= AllocatedBytesPerTickMax;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "tws",
            ok,
            priceSizeFramesPerCoreSecond = Whole(prices.FramesPerCoreSecond),
            priceSizeFramesPerWallSecond = Whole(prices.FramesPerSecond),
            priceSizeFramesPerSecondTarget = PriceFramesPerSecondMin,
            priceSizeAllocatedBytesPerTick = Math.Round(prices.AllocatedBytesPerFrame, 4),
            greeksFramesPerCoreSecond = Whole(greeks.FramesPerCoreSecond),
            greeksFramesPerWallSecond = Whole(greeks.FramesPerSecond),
            greeksFramesPerSecondTarget = GreekFramesPerSecondMin,
            greeksAllocatedBytesPerTick = Math.Round(greeks.AllocatedBytesPerFrame, 4),
            naivePriceSizeFramesPerCoreSecond = Whole(naivePrices.FramesPerCoreSecond),
            naivePriceSizeAllocatedBytesPerTick = Whole(naivePrices.AllocatedBytesPerFrame),
            naiveGreeksFramesPerCoreSecond = Whole(naiveGreeks.FramesPerCoreSecond),
            naiveGreeksAllocatedBytesPerTick = Whole(naiveGreeks.AllocatedBytesPerFrame),
            rounds = Rounds,
            logicalCores = Environment.ProcessorCount,
        }));
        return ok ? 0 : 1;
    }

    private static async Task<DecodeRun> MeasureAsync(TwsSource source, string stream, long warmUpFrames, long frames, CancellationToken stop)
    {
        await using var network = await source.ConnectAsync(stream, stop);
        var receiver = new PipelineReceiver(network);
        await receiver.DecodeAsync(warmUpFrames, stop);
        var runs = new List<DecodeRun>(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            runs.Add(await DecodeRun.MeasureAsync(() => receiver.DecodeAsync(frames, stop)));
        }

        if (receiver.Counters.MalformedMessages + receiver.Counters.SurplusFields + receiver.Counters.UnknownMessages > 0 || receiver.Checksum == 0)
        {
            throw new InvalidOperationException("The stream was not decoded as it was sent.");
        }

        return DecodeRun.Median(runs);
    }

    private static async Task<DecodeRun> MeasureNaiveAsync(TwsSource source, string stream, CancellationToken stop)
    {
        const long warmUpFrames = 200_000;
        const long frames = 500_000;
        await using var network = await source.ConnectAsync(stream, stop);
        using var receiver = new NaiveReceiver(network);
        receiver.Decode(warmUpFrames);
        var runs = new List<DecodeRun>(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            runs.Add(await DecodeRun.MeasureAsync(() => Task.FromResult(receiver.Decode(frames))));
        }

        return DecodeRun.Median(runs);
    }

    private static void Print(string what, DecodeRun run) => Console.WriteLine(
        $"{what,-20} {run.FramesPerCoreSecond,12:N0} frames per core second  {run.FramesPerSecond,12:N0} per second on the clock  {run.AllocatedBytesPerFrame,9:N4} bytes a tick");

    private static long Whole(double value) => (long)Math.Round(value);
}
