using System.Globalization;
using SpyOptions.Quant.Calendars;
using SpyOptions.Tws.Messages.MarketData;

namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>A request for past bars, understood.</summary>
/// <param name="From">The first instant, market time.</param>
/// <param name="To">The last instant, market time.</param>
/// <param name="Length">The length of a bar.</param>
/// <param name="IsTrades">Whether trades are wanted; midpoints otherwise.</param>
/// <param name="IsUnixTime">Whether times are written as seconds since 1970.</param>
internal sealed record BarQuery(DateTimeOffset From, DateTimeOffset To, TimeSpan Length, bool IsTrades, bool IsUnixTime)
{
    private const int UnixTimeFormat = 2;

    /// <summary>Understands a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">The market's time.</param>
    /// <param name="query">What it asks for.</param>
    /// <param name="problem">The field that cannot be understood, and its text.</param>
    /// <returns>Whether it can be served.</returns>
    public static bool TryParse(HistoricalDataRequest request, DateTimeOffset now, out BarQuery query, out string problem)
    {
        var length = ParseSpan(request.BarSize);
        var duration = ParseSpan(request.Duration);
        var isKnown = request.WhatToShow is "TRADES" or "MIDPOINT";
        problem = length is null || length < BarSeries.BarLength ? $"barSize '{request.BarSize}'"
            : duration is null ? $"duration '{request.Duration}'"
            : !isKnown ? $"whatToShow '{request.WhatToShow}'"
            : !TryParseEnd(request.EndDateTime, now, out _) ? $"endDateTime '{request.EndDateTime}'"
            : "";
        TryParseEnd(request.EndDateTime, now, out var end);
        query = new BarQuery(
            end - (duration ?? TimeSpan.Zero), end, length ?? BarSeries.BarLength, request.WhatToShow == "TRADES", request.FormatDate == UnixTimeFormat);
        return problem.Length == 0;
    }

    /// <summary>The bars that are asked for.</summary>
    /// <param name="history">The past.</param>
    /// <returns>The bars; empty when there are none.</returns>
    public IReadOnlyList<PriceBar> Read(PriceHistory history) => (IsTrades ? history.Trades : history.Midpoints).Read(From, To, Length);

    /// <summary>The newest bar, which still grows.</summary>
    /// <param name="history">The past.</param>
    /// <param name="completed">The bar of five seconds that was completed last.</param>
    /// <returns>The bar, or null.</returns>
    public PriceBar? ReadNewest(PriceHistory history, PriceBar completed)
    {
        var bars = (IsTrades ? history.Trades : history.Midpoints).Read(completed.StartsAt - Length, completed.StartsAt, Length);
        return bars.Count == 0 ? null : bars[^1];
    }

    /// <summary>A bar as it is sent.</summary>
    /// <param name="bar">The bar.</param>
    /// <returns>The message part.</returns>
    public HistoricalBar Describe(PriceBar bar) =>
        new(TimeText(bar), bar.Open, bar.High, bar.Low, bar.Close, IsTrades ? bar.Volume : -1, IsTrades ? bar.Average : -1, IsTrades ? bar.Count : -1);

    /// <summary>A bar as it is sent while it grows.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="bar">The bar.</param>
    /// <returns>The message.</returns>
    public HistoricalDataUpdate Update(int requestId, PriceBar bar) => new(requestId, Describe(bar));

    private string TimeText(PriceBar bar) => IsUnixTime ? bar.StartsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : MarketTimeText.Bar(bar.StartsAt);

    private static TimeSpan? ParseSpan(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 10_000)
        {
            return null;
        }

        return parts[1] switch
        {
            "S" or "sec" or "secs" => TimeSpan.FromSeconds(count),
            "min" or "mins" => TimeSpan.FromMinutes(count),
            "hour" or "hours" => TimeSpan.FromHours(count),
            "D" or "day" or "days" => TimeSpan.FromDays(count),
            "W" or "week" => TimeSpan.FromDays(7 * count),
            "M" or "month" => TimeSpan.FromDays(31 * count),
            "Y" => TimeSpan.FromDays(366 * count),
            _ => null,
        };
    }

    private static bool TryParseEnd(string text, DateTimeOffset now, out DateTimeOffset end)
    {
        end = now;
        if (text.Length == 0)
        {
            return true;
        }

        var isUtc = text.Contains('-', StringComparison.Ordinal);
        var stamp = isUtc ? text : string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2));
        if (!DateTime.TryParseExact(stamp, ["yyyyMMdd HH:mm:ss", "yyyyMMdd-HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        end = isUtc ? new DateTimeOffset(local, TimeSpan.Zero) : NewYorkTime.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return true;
    }
}
