namespace SpyOptions.Benchmarks.Tws;

/// <summary>The rounds of one receiver over one stream, after a warm-up that does not count.</summary>
internal sealed class DecodeResult
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>On a busy machine a second may hold so few frames that the code is not compiled for good, and the buffers are not all there.</summary>
    private const long WarmUpFramesMin = 100_000;

    private const long FramesMin = 100_000;

    private readonly List<DecodeRun> rounds;

    private DecodeResult(IEnumerable<DecodeRun> rounds) => this.rounds = [.. rounds.OrderBy(round => round.FramesPerSecond)];

    /// <summary>The fastest round: the one that other programs disturbed least.</summary>
    public DecodeRun Best => rounds[^1];

    public DecodeRun Median => rounds[rounds.Count / 2];

    public double ThreadBytesPerFrame => rounds.Max(round => round.ThreadBytesPerFrame);

    public double ProcessBytesPerFrame => rounds.Max(round => round.ProcessBytesPerFrame);

    /// <summary>Measures on the calling thread.</summary>
    public static DecodeResult Measure(Func<long> receive, int rounds, TimeSpan duration, CancellationToken stop)
    {
        DecodeRun.Measure(receive, WarmUp, WarmUpFramesMin, stop);
        return new DecodeResult([.. Enumerable.Range(0, rounds).Select(_ => DecodeRun.Measure(receive, duration, FramesMin, stop))]);
    }
}
