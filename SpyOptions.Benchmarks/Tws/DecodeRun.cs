namespace SpyOptions.Benchmarks.Tws;

/// <summary>What one round took.</summary>
/// <param name="Frames">Frames received, by one thread.</param>
/// <param name="Wall">Time on the clock.</param>
/// <param name="Cpu">Processor time of the whole process.</param>
/// <param name="ThreadBytes">Managed memory that the receiving thread allocated.</param>
/// <param name="ProcessBytes">Managed memory that the whole process allocated, the runtime's own threads included.</param>
internal readonly record struct DecodeRun(long Frames, TimeSpan Wall, TimeSpan Cpu, long ThreadBytes, long ProcessBytes)
{
    public double FramesPerSecond => Frames / Wall.TotalSeconds;

    /// <summary>Cores that the process had: well below 1 means that other programs held the processor, or that the source was slow.</summary>
    public double Cores => Cpu / Wall;

    public double ThreadBytesPerFrame => (double)ThreadBytes / Frames;

    public double ProcessBytesPerFrame => (double)ProcessBytes / Frames;

    /// <summary>Receives on the calling thread for a time.</summary>
    /// <param name="receive">Takes what has arrived and returns the number of frames.</param>
    /// <param name="duration">How long, at least.</param>
    /// <param name="framesMin">How many frames, at least.</param>
    /// <param name="stop">Ends the round early.</param>
    public static DecodeRun Measure(Func<long> receive, TimeSpan duration, long framesMin, CancellationToken stop)
    {
        var processBytes = GC.GetTotalAllocatedBytes(precise: true);
        var threadBytes = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Environment.CpuUsage.TotalTime;
        var started = TimeProvider.System.GetTimestamp();
        var frames = 0L;
        var wall = TimeSpan.Zero;
        while (wall < duration || frames < framesMin)
        {
            stop.ThrowIfCancellationRequested();
            frames += receive();
            wall = TimeProvider.System.GetElapsedTime(started);
        }

        return new DecodeRun(
            frames,
            wall,
            Environment.CpuUsage.TotalTime - cpu,
            GC.GetAllocatedBytesForCurrentThread() - threadBytes,
            GC.GetTotalAllocatedBytes(precise: true) - processBytes);
    }
}
