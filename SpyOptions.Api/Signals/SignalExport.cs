using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SpyOptions.Api.Problems;
using SpyOptions.Api.Storage;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Signals;

/// <summary>Signals as a file for a spreadsheet or a program.</summary>
internal static class SignalExport
{
    private const int RowsMax = 10_000;
    private const string Header =
        "sequence,id,episodeId,repeatCount,kind,severity,conId,underlying,expiry,strike,right,score,threshold,baseline,scoreUnit,spot,delta,"
        + "marketAt,observedAt,detectedAt,publishedAt,storedAt,expiresAt,acknowledgedAt,acknowledgedBy,summary";

    /// <summary>Answers <c>GET /signals/export</c>.</summary>
    public static Results<Ok<IReadOnlyList<StoredSignal>>, FileContentHttpResult, ProblemHttpResult> Get(
        [AsParameters] SignalQuery query, string? format, SignalReader reader)
    {
        var queryReader = new SignalQueryReader();
        var filter = queryReader.ReadFilter(query);
        var limit = queryReader.ReadLimit(query.Limit, RowsMax, RowsMax);
        if (queryReader.Errors.Count > 0)
        {
            return ApiProblems.Invalid(ProblemCodes.QueryInvalid, queryReader.Errors);
        }

        return format switch
        {
            "json" => TypedResults.Ok(reader.Page(filter, limit, null).Items),
            "csv" => TypedResults.File(Encoding.UTF8.GetBytes(ToCsv(reader.Page(filter, limit, null).Items)), "text/csv; charset=utf-8", "signals.csv"),
            _ => ApiProblems.Invalid(ProblemCodes.QueryInvalid, [new FieldError("format", "must be csv or json.")]),
        };
    }

    private static string ToCsv(IReadOnlyList<StoredSignal> signals)
    {
        var csv = new StringBuilder(Header).Append("\r\n");
        foreach (var stored in signals)
        {
            csv.AppendJoin(',', FieldsOf(stored).Select(Escape)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static IEnumerable<object?> FieldsOf(StoredSignal stored)
    {
        var signal = stored.Signal;
        var contract = signal.Contract;
        return
        [
            stored.Sequence, signal.Id, signal.EpisodeId, signal.RepeatCount, signal.Kind, signal.Severity,
            contract.ConId, contract.Underlying, contract.Expiry, contract.Strike, contract.Right,
            signal.Score, signal.Threshold, signal.Baseline, signal.ScoreUnit, signal.Spot, signal.Delta,
            signal.MarketAt, signal.ObservedAt, signal.DetectedAt, signal.PublishedAt, stored.StoredAt, signal.ExpiresAt,
            stored.AcknowledgedAt, stored.AcknowledgedBy, signal.Summary,
        ];
    }

    private static string Escape(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            // A spreadsheet would run a text that starts like a formula.
            string { Length: > 0 } words when "=+-@\t\r".Contains(words[0], StringComparison.Ordinal) => "'" + words,
            _ => value.ToString() ?? "",
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
