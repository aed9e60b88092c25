namespace SpyOptions.Tests.Support;

/// <summary>Where the repository and the market data beside it lie.</summary>
internal static class Repository
{
    /// <summary>The folder that holds SpyOptions.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of recorded market data, or null when it is not beside the repository.</summary>
    public static string? MarketData => Existing(Environment.GetEnvironmentVariable("SPYOPTIONS_DATA") ?? Path.Combine(Root, "..", "shared", "data"));

    /// <summary>The folder of protocol captures, or null when it is not beside the repository.</summary>
    public static string? Protocol => Existing(Environment.GetEnvironmentVariable("SPYOPTIONS_PROTOCOL") ?? Path.Combine(Root, "..", "shared", "protocol"));

    private static string? Existing(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : null;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SpyOptions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"SpyOptions.sln was not found above {AppContext.BaseDirectory}.");
    }
}
