using System.Globalization;
using SpyOptions.Api.Problems;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Signals;

/// <summary>Reads a query; collects an error for each field that cannot be read.</summary>
internal sealed class SignalQueryReader
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private readonly List<FieldError> _errors = [];

    /// <summary>What could not be read, in the order of the fields.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Reads the conditions.</summary>
    public SignalFilter ReadFilter(SignalQuery query)
    {
        var filter = new SignalFilter
        {
            Kind = ReadEnum<SignalKind>("kind", query.Kind),
            SeverityMin = ReadEnum<SignalSeverity>("severityMin", query.SeverityMin),
            Expiry = Read<DateOnly>("expiry", query.Expiry, "a date, yyyy-MM-dd", TryReadDate),
            Right = ReadEnum<OptionRight>("right", query.Right),
            DeltaMin = Read<double>("deltaMin", query.DeltaMin, "a number from -1 to 1", TryReadDelta),
            DeltaMax = Read<double>("deltaMax", query.DeltaMax, "a number from -1 to 1", TryReadDelta),
            ScoreMin = Read<double>("scoreMin", query.ScoreMin, "a finite number", TryReadNumber),
            ConId = Read<int>("conId", query.ConId, "a positive whole number", TryReadPositive),
            EpisodeId = Read<Guid>("episodeId", query.EpisodeId, "a UUID", Guid.TryParse),
            Acknowledged = Read<bool>("acknowledged", query.Acknowledged, "true or false", bool.TryParse),
            Since = Read<DateTimeOffset>("since", query.Since, "an ISO 8601 time with offset", TryReadTime),
            Until = Read<DateTimeOffset>("until", query.Until, "an ISO 8601 time with offset", TryReadTime),
            LatestPerEpisode = Read<bool>("latestPerEpisode", query.LatestPerEpisode, "true or false", bool.TryParse) ?? true,
        };
        RequireOrder(filter.DeltaMin, filter.DeltaMax, "deltaMax", "deltaMin");
        RequireOrder(filter.Since, filter.Until, "until", "since");
        return filter;
    }

    /// <summary>Reads the page size.</summary>
    public int ReadLimit(string? text, int limitDefault, int limitMax)
    {
        var limit = Read<int>("limit", text, $"a whole number from 1 to {limitMax}", TryReadPositive) ?? limitDefault;
        if (limit > limitMax)
        {
            _errors.Add(new FieldError("limit", $"must be a whole number from 1 to {limitMax}."));
        }

        return limit;
    }

    private delegate bool TryRead<T>(string text, out T value);

    private T? Read<T>(string field, string? text, string expected, TryRead<T> tryRead)
        where T : struct
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (tryRead(text, out var value))
        {
            return value;
        }

        _errors.Add(new FieldError(field, $"must be {expected}."));
        return null;
    }

    private T? ReadEnum<T>(string field, string? text)
        where T : struct, Enum =>
        Read(field, text, $"one of {string.Join(", ", Enum.GetNames<T>())}", (string given, out T value) =>
            Enum.TryParse(given, ignoreCase: true, out value) && Enum.IsDefined(value) && char.IsAsciiLetter(given[0]));

    private void RequireOrder<T>(T? least, T? greatest, string field, string other)
        where T : struct, IComparable<T>
    {
        if (least is { } low && greatest is { } high && low.CompareTo(high) > 0)
        {
            _errors.Add(new FieldError(field, $"must not be less than {other}."));
        }
    }

    private static bool TryReadDate(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", Culture, DateTimeStyles.None, out value);

    private static bool TryReadTime(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParse(text, Culture, DateTimeStyles.AssumeUniversal, out value) && text.Length >= 10 && text[4] == '-';

    private static bool TryReadNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, Culture, out value) && double.IsFinite(value);

    private static bool TryReadDelta(string text, out double value) => TryReadNumber(text, out value) && value is >= -1 and <= 1;

    private static bool TryReadPositive(string text, out int value) => int.TryParse(text, NumberStyles.None, Culture, out value) && value > 0;
}
