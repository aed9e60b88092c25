using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>Which episodes a tape shows. Conditions combine; an empty one lets everything pass. Its query form is that of the page and of the API.</summary>
public sealed record SignalFilter
{
    /// <summary>Lets everything pass.</summary>
    public static readonly SignalFilter None = new();

    /// <summary>Kinds to show; all when empty.</summary>
    public IReadOnlyList<SignalKind> Kinds { get; init; } = [];

    /// <summary>Severities to show; all when empty.</summary>
    public IReadOnlyList<SignalSeverity> Severities { get; init; } = [];

    /// <summary>Expiry to show; all when null.</summary>
    public DateOnly? Expiry { get; init; }

    /// <summary>Calls or puts; both when null.</summary>
    public OptionRight? Right { get; init; }

    /// <summary>Lowest delta, signed: puts are negative.</summary>
    public double? DeltaMin { get; init; }

    /// <summary>Highest delta, signed.</summary>
    public double? DeltaMax { get; init; }

    /// <summary>Lowest score.</summary>
    public double? ScoreMin { get; init; }

    /// <summary>Number of conditions in force.</summary>
    public int Count =>
        Math.Min(1, Kinds.Count) + Math.Min(1, Severities.Count) + (Expiry is null ? 0 : 1) + (Right is null ? 0 : 1)
        + (DeltaMin is null && DeltaMax is null ? 0 : 1) + (ScoreMin is null ? 0 : 1);

    /// <summary>Reads a query; what cannot be read is left out.</summary>
    public static SignalFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new SignalFilter
        {
            Kinds = ReadEnums<SignalKind>(values, "kind"),
            Severities = ReadEnums<SignalSeverity>(values, "severity"),
            Expiry = DateOnly.TryParseExact(Text(values, "expiry"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry) ? expiry : null,
            Right = ReadEnums<OptionRight>(values, "right") is [var right] ? right : null,
            DeltaMin = ReadNumber(values, "deltaMin"),
            DeltaMax = ReadNumber(values, "deltaMax"),
            ScoreMin = ReadNumber(values, "scoreMin"),
        };
    }

    /// <summary>The conditions as query parameters; a repeated name means "one of".</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery()
    {
        foreach (var kind in Kinds)
        {
            yield return new("kind", kind.ToString());
        }

        foreach (var severity in Severities)
        {
            yield return new("severity", severity.ToString());
        }

        if (Expiry is { } expiry)
        {
            yield return new("expiry", expiry.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (Right is { } right)
        {
            yield return new("right", right.ToString());
        }

        foreach (var (name, value) in new[] { ("deltaMin", DeltaMin), ("deltaMax", DeltaMax), ("scoreMin", ScoreMin) })
        {
            if (value is { } number)
            {
                yield return new(name, number.ToString("R", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Whether a signal passes.</summary>
    public bool Matches(Signal signal) =>
        (Kinds.Count == 0 || Kinds.Contains(signal.Kind))
        && (Severities.Count == 0 || Severities.Contains(signal.Severity))
        && (Expiry is null || Expiry == signal.Contract.Expiry)
        && (Right is null || Right == signal.Contract.Right)
        && (DeltaMin is null || signal.Delta >= DeltaMin)
        && (DeltaMax is null || signal.Delta <= DeltaMax)
        && (ScoreMin is null || signal.Score >= ScoreMin);

    private static T[] ReadEnums<T>(Dictionary<string, StringValues> values, string name)
        where T : struct, Enum =>
        [.. values.GetValueOrDefault(name)
            .SelectMany(value => (value ?? "").Split(','))
            .Where(Enum.GetNames<T>().Contains)
            .Select(Enum.Parse<T>)
            .Distinct()];

    private static double? ReadNumber(Dictionary<string, StringValues> values, string name) =>
        double.TryParse(Text(values, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string? Text(Dictionary<string, StringValues> values, string name) => values.GetValueOrDefault(name).FirstOrDefault();
}
