using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Benchmarks.Tws;

/// <summary>
/// Decoding on loopback from another process, by the clock: socket, pipe and decoder on one thread, which is at most one core.
/// The machine may be shared, so the best of the rounds is held against the target, for it shows what one core does when it is left alone; the median is reported beside it.
/// How fast the same thread takes the bytes without decoding them is measured too: it must be far above, or the source would be the limit.
/// </summary>
internal sealed class TwsCommand : IBenchmarkCommand
{
    private const int Rounds = 3;
    private const int ReadBytes = 256 * 1024;
    private const double PriceFramesPerSecondMin = 2_000_000;
    private const double GreekFramesPerSecondMin = 1_000_000;

    /// <summary>
    /// Zero a tick: the smallest object takes 24 bytes, so that this leaves room for none of them in 24,000 ticks.
    /// What it allows is the pipe's own: a segment of 88 bytes whenever its unread bytes first span one more.
    /// </summary>
    private const double ThreadBytesPerTickMax = 0.001;

    /// <summary>The runtime's own threads (recompiling, events) add a few kilobytes a round, however many ticks there are.</summary>
    private const double ProcessBytesPerTickMax = 0.01;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public string Name => "tws";

    public string? Description => "decode price, size and greeks ticks from another process: frames a second on one core, bytes a tick";

    public Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        var isPriorityRaised = TryRaisePriority();
        return Task.Factory.StartNew(() => RunOrReport(isPriorityRaised, stop), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static int RunOrReport(bool isPriorityRaised, CancellationToken stop)
    {
        try
        {
            return Run(isPriorityRaised, stop);
        }
        catch (Exception failure) when (failure is IOException or SocketException or InvalidOperationException or TwsProtocolException)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { bench = "tws", ok = false, error = failure.Message }));
            return 1;
        }
    }

    private static int Run(bool isPriorityRaised, CancellationToken stop)
    {
        using var source = TwsSource.Start();
        var pricesSource = Drain(source, TickStream.Prices, stop);
        var greeksSource = Drain(source, TickStream.Greeks, stop);
        var prices = Decode(source, TickStream.Prices, stop);
        var greeks = Decode(source, TickStream.Greeks, stop);
        var naivePrices = DecodeNaively(source, TickStream.Prices, stop);
        var naiveGreeks = DecodeNaively(source, TickStream.Greeks, stop);
        Print("price + size", prices);
        Print("price + size, naive", naivePrices);
        Print("price + size, undecoded", pricesSource);
        Print("greeks", greeks);
        Print("greeks, naive", naiveGreeks);
        Print("greeks, undecoded", greeksSource);

        var ok = Meets(prices, PriceFramesPerSecondMin) && Meets(greeks, GreekFramesPerSecondMin);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "tws",
            ok,
            priceSize = Report(prices, PriceFramesPerSecondMin, naivePrices, pricesSource),
            greeks = Report(greeks, GreekFramesPerSecondMin, naiveGreeks, greeksSource),
            judgedBy = "best round, by the clock",
            rounds = Rounds,
            isPriorityRaised,
            logicalCores = Environment.ProcessorCount,
        }));
        return ok ? 0 : 1;
    }

    /// <summary>
    /// The clock counts what other programs take of the core, so they are put behind where that is allowed.
    /// Linux raises the calling thread, from which the measuring thread and the source inherit it.
    /// </summary>
    private static bool TryRaisePriority()
    {
        try
        {
            using var process = Process.GetCurrentProcess();
            process.PriorityClass = ProcessPriorityClass.High;
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static bool Meets(DecodeResult result, double framesPerSecondMin) =>
        result.Best.FramesPerSecond >= framesPerSecondMin
        && result.ThreadBytesPerFrame <= ThreadBytesPerTickMax
        && result.ProcessBytesPerFrame <= ProcessBytesPerTickMax;

    private static object Report(DecodeResult result, double framesPerSecondMin, DecodeResult naive, DecodeResult source) => new
    {
        framesPerSecondBest = Whole(result.Best.FramesPerSecond),
        framesPerSecondMedian = Whole(result.Median.FramesPerSecond),
        framesPerSecondTarget = framesPerSecondMin,
        allocatedBytesPerTick = Math.Round(result.ThreadBytesPerFrame, 4),
        processAllocatedBytesPerTick = Math.Round(result.ProcessBytesPerFrame, 4),
        naiveFramesPerSecondBest = Whole(naive.Best.FramesPerSecond),
        naiveFramesPerSecondMedian = Whole(naive.Median.FramesPerSecond),
        naiveAllocatedBytesPerTick = Whole(naive.ThreadBytesPerFrame),
        sourceFramesPerSecondBest = Whole(source.Best.FramesPerSecond),
    };

    private static DecodeResult Decode(TwsSource source, string stream, CancellationToken stop)
    {
        using var socket = source.Connect(stream);
        using var network = new BlockingSocketStream(socket);
        var receiver = new PipelineReceiver(network);
        var result = DecodeResult.Measure(receiver.Receive, Rounds, Round, stop);
        var counters = receiver.Counters;
        return counters.MalformedMessages + counters.SurplusFields + counters.UnknownMessages == 0 && receiver.Checksum != 0
            ? result
            : throw new InvalidOperationException("The stream was not decoded as it was sent.");
    }

    private static DecodeResult DecodeNaively(TwsSource source, string stream, CancellationToken stop)
    {
        using var socket = source.Connect(stream);
        using var network = new BlockingSocketStream(socket);
        using var receiver = new NaiveReceiver(network);
        return DecodeResult.Measure(receiver.Receive, Rounds, Round / 2, stop);
    }

    /// <summary>Takes the bytes and does nothing with them.</summary>
    private static DecodeResult Drain(TwsSource source, string stream, CancellationToken stop)
    {
        using var socket = source.Connect(stream);
        var buffer = new byte[ReadBytes];
        var bytesPerFrame = TickStream.Encode(stream).Length / (double)TickStream.Frames;
        return DecodeResult.Measure(() => (long)(ReceiveSome(socket, buffer) / bytesPerFrame), rounds: 1, Round / 2, stop);
    }

    private static int ReceiveSome(Socket socket, byte[] buffer) =>
        socket.Receive(buffer) is > 0 and var bytes ? bytes : throw new IOException("The source ended early.");

    private static void Print(string what, DecodeResult result) => Console.WriteLine(
        $"{what,-24} {result.Best.FramesPerSecond,12:N0} frames a second at best {result.Median.FramesPerSecond,12:N0} in the median {result.ThreadBytesPerFrame,9:N4} bytes a tick {result.Median.Cores,6:N2} cores");

    private static long Whole(double value) => (long)Math.Round(value);
}
