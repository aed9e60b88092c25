using System.Text.Json;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Tws.Support;

/// <summary>The messages that independent programs accept or send, from the folder beside the repository.</summary>
internal static class ProtocolFiles
{
    /// <summary>The server messages of one version, by name.</summary>
    public static IReadOnlyList<(string Name, string[] Fields)> Golden(int serverVersion)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(), "golden", $"s2c_{serverVersion}.json")));
        return [.. document.RootElement.GetProperty("examples").EnumerateArray().Select(example => (example[0].GetString()!, Texts(example[1])))];
    }

    /// <summary>What one client sent: the unframed start, then its requests.</summary>
    public static (byte[] Hello, int ServerVersion, IReadOnlyList<string[]> Requests) Capture(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), "captures", $"{name}.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var requests = lines.Skip(2).Select(line => Texts(line.GetProperty("msg"))).ToList();
        return (Convert.FromHexString(lines[0].GetProperty("raw").GetString()!), lines[1].GetProperty("negotiated").GetInt32(), requests);
    }

    private static string Folder()
    {
        Assert.SkipWhen(Repository.Protocol is null, "The protocol captures are not beside the repository (set SPYOPTIONS_PROTOCOL).");
        return Repository.Protocol!;
    }

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
