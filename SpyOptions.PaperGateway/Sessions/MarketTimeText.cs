using System.Globalization;
using SpyOptions.Quant.Calendars;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>Market time as TWS writes it: in New York.</summary>
internal static class MarketTimeText
{
    /// <summary>As in the server's hello: <c>20261004 12:00:00 US/Eastern</c></summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The text.</returns>
    public static string Connection(DateTimeOffset instant) => Bar(instant);

    /// <summary>As in bars: <c>20261001 09:30:00 US/Eastern</c></summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The text.</returns>
    public static string Bar(DateTimeOffset instant) => Format(instant, "yyyyMMdd HH:mm:ss") + " US/Eastern";

    /// <summary>As in executions: <c>20250708 02:35:00 America/New_York</c></summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The text.</returns>
    public static string Execution(DateTimeOffset instant) => Format(instant, "yyyyMMdd HH:mm:ss") + " America/New_York";

    /// <summary>As in account updates: <c>15:59</c></summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The text.</returns>
    public static string Minute(DateTimeOffset instant) => Format(instant, "HH:mm");

    private static string Format(DateTimeOffset instant, string format) => NewYorkTime.FromUtc(instant).ToString(format, CultureInfo.InvariantCulture);
}
