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

    /// <summary>Kind to show; all when null.</summary>
    public SignalKind? Kind { get; init; }

    /// <summary>Least severity to show; all when null.</summary>
    public SignalSeverity? SeverityMin { get; init; }

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
        (Kind is null ? 0 : 1) + (SeverityMin is null ? 0 : 1) + (Expiry is null ? 0 : 1) + (Right is null ? 0 : 1)
        + (DeltaMin is null && DeltaMax is null ? 0 : 1) + (ScoreMin is null ? 0 : 1);

    /// <summary>Reads a query; what cannot be read is left out.</summary>
    public static SignalFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new SignalFilter
        {
            Kind = ReadEnum<SignalKind>(values, "kind"),
            SeverityMin = ReadEnum<SignalSeverity>(values, "severityMin"),
            Expiry = DateOnly.TryParseExact(Text(values, "expiry"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry) ? expiry : null,
            Right = ReadEnum<OptionRight>(values, "right"),
            DeltaMin = ReadNumber(values, "deltaMin"),
            DeltaMax = ReadNumber(values, "deltaMax"),
            ScoreMin = ReadNumber(values, "scoreMin"),
        };
    }

    /// <summary>The conditions as query parameters.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery()
    {
        if (Kind is { } kind)
        {
            yield return new("kind", kind.ToString());
        }

        if (SeverityMin is { } severity)
        {
            yield return new("severityMin", severity.ToString());
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
        (Kind is null || Kind == signal.Kind)
        && (SeverityMin is null || signal.Severity >= SeverityMin)
        && (Expiry is null || Expiry == signal.Contract.Expiry)
        && (Right is null || Right == signal.Contract.Right)
        && (DeltaMin is null || signal.Delta >= DeltaMin)
        && (DeltaMax is null || signal.Delta <= DeltaMax)
        && (ScoreMin is null || signal.Score >= ScoreMin);

    private static T? ReadEnum<T>(Dictionary<string, StringValues> values, string name)
        where T : struct, Enum =>
        Text(values, name) is { } text && Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;

    private static double? ReadNumber(Dictionary<string, StringValues> values, string name) =>
        double.TryParse(Text(values, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string? Text(Dictionary<string, StringValues> values, string name) => values.GetValueOrDefault(name).FirstOrDefault();
}
