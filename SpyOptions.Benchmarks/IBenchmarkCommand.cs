namespace SpyOptions.Benchmarks;

/// <summary>A long measurement that runs on its own and ends with one line of JSON.</summary>
internal interface IBenchmarkCommand
{
    /// <summary>The word on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures; null for a helper process that is not offered.</summary>
    string? Description { get; }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code: 0 when every target was met.</returns>
    Task<int> RunAsync(string[] arguments, CancellationToken stop);
}
