namespace SpyOptions.Benchmarks.Tws;

/// <summary>What one round of decoding took.</summary>
/// <param name="Frames">Frames decoded.</param>
/// <param name="Wall">Time on the clock, which other programs on the machine lengthen.</param>
/// <param name="Cpu">Processor time of this whole process: socket, pipe, decoding, garbage collection.</param>
/// <param name="AllocatedBytes">Managed memory that the whole process allocated.</param>
internal readonly record struct DecodeRun(long Frames, TimeSpan Wall, TimeSpan Cpu, long AllocatedBytes)
{
    public double FramesPerSecond => Frames / Wall.TotalSeconds;

    /// <summary>What one core does when nothing else runs on it.</summary>
    public double FramesPerCoreSecond => Frames / Cpu.TotalSeconds;

    public double AllocatedBytesPerFrame => (double)AllocatedBytes / Frames;

    /// <summary>Measures one round.</summary>
    public static async Task<DecodeRun> MeasureAsync(Func<Task<long>> decode)
    {
        var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        var cpuBefore = Environment.CpuUsage.TotalTime;
        var started = TimeProvider.System.GetTimestamp();
        var frames = await decode();
        var wall = TimeProvider.System.GetElapsedTime(started);
        var cpu = Environment.CpuUsage.TotalTime - cpuBefore;
        return new DecodeRun(frames, wall, cpu, GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore);
    }

    /// <summary>The round in the middle by frames per core second.</summary>
    public static DecodeRun Median(IEnumerable<DecodeRun> runs)
    {
        var sorted = runs.OrderBy(run => run.FramesPerCoreSecond).ToList();
        return sorted[sorted.Count / 2];
    }
}
