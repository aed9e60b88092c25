using System.Xml.Linq;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Architecture;

public sealed class ReferenceWhitelistTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Quant"] = [],
        ["Tws"] = [],
        ["ServiceDefaults"] = [],
        ["PaperGateway"] = ["Tws", "Quant", "ServiceDefaults"],
        ["Bot"] = ["Tws", "Quant", "Contracts", "ServiceDefaults"],
        ["Api"] = ["Contracts", "ServiceDefaults"],
        ["Dashboard"] = ["Contracts", "ServiceDefaults"],
        ["Standalone"] = ["PaperGateway", "Bot", "Api", "Dashboard"],
        ["AppHost"] = ["Standalone", "PaperGateway", "Bot", "Api", "Dashboard"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Quant"] = ["System.Numerics.Tensors"],
        ["Tws"] = ["Microsoft.Extensions.Logging.Abstractions"],
    };

    public static TheoryData<string> Projects()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.GetFiles(Repository.Root, "SpyOptions.*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
        {
            data.Add(Path.GetRelativePath(Repository.Root, file));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_whitelist_allows(string projectFile)
    {
        var name = NameOf(projectFile);
        if (name is "Tests" or "Benchmarks")
        {
            return;
        }

        Assert.True(Allowed.ContainsKey(name), $"{projectFile} is not in the whitelist: a project exists only if it is a process or two others need it.");
        var project = XDocument.Load(Path.Combine(Repository.Root, projectFile));
        var references = project.Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value));
        Assert.Empty(references.Except(Allowed[name]));
    }

    [Fact]
    public void Pure_projects_reference_no_other_package()
    {
        foreach (var (name, allowed) in AllowedPackages)
        {
            var project = XDocument.Load(Path.Combine(Repository.Root, $"SpyOptions.{name}", $"SpyOptions.{name}.csproj"));
            Assert.Empty(project.Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value).Except(allowed));
            Assert.Empty(project.Descendants("FrameworkReference"));
        }
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("SpyOptions.", "", StringComparison.Ordinal);
}
