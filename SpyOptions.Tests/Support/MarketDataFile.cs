using System.IO.Compression;

namespace SpyOptions.Tests.Support;

/// <summary>Reads a recorded CSV, gzipped or not, row by row.</summary>
internal static class MarketDataFile
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> ReadRows(string path)
    {
        using var file = File.OpenRead(path);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(text);
        var header = reader.ReadLine()!.Split(',');
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }
}
