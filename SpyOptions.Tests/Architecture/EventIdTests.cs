using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace SpyOptions.Tests.Architecture;

public sealed class EventIdTests
{
    private static readonly (string Owner, int First, int Last)[] Blocks =
    [
        ("SpyOptions.Tws", 1000, 1999),
        ("SpyOptions.PaperGateway", 2000, 2999),
        ("SpyOptions.Bot.MarketData", 3000, 3099),
        ("SpyOptions.Bot.Detection", 3100, 3199),
        ("SpyOptions.Bot.Publishing", 3200, 3299),
        ("SpyOptions.Bot", 3000, 3999),
        ("SpyOptions.Api", 4000, 4999),
        ("SpyOptions.Dashboard", 5000, 5999),
        ("SpyOptions.Standalone", 6000, 6999),
        ("SpyOptions.ServiceDefaults", 7000, 7999),
    ];

    private static readonly string[] Assemblies =
        ["Tws", "PaperGateway", "Bot", "Api", "Dashboard", "Standalone", "ServiceDefaults"];

    [Fact]
    public void Every_log_event_has_an_id_of_its_own()
    {
        var doubled = Events().GroupBy(entry => entry.Id).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(entry => entry.Where))}");
        Assert.Empty(doubled);
    }

    [Fact]
    public void Every_log_event_lies_in_the_block_of_its_room()
    {
        var strays = Events().Where(entry => Array.Find(Blocks, block => IsIn(entry.Namespace, block.Owner)) is var block
            && (entry.Id < block.First || entry.Id > block.Last));
        Assert.Empty(strays.Select(entry => $"{entry.Where} has id {entry.Id}"));
    }

    private static bool IsIn(string name, string owner) =>
        name == owner || name.StartsWith(owner + ".", StringComparison.Ordinal);

    private static IEnumerable<(int Id, string Where, string Namespace)> Events() =>
        from name in Assemblies
        from type in Assembly.Load($"SpyOptions.{name}").GetTypes()
        where !type.IsDefined(typeof(CompilerGeneratedAttribute))
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
        where attribute is not null
        select (attribute.EventId, $"{type.FullName}.{method.Name}", type.Namespace ?? "");
}
