using Microsoft.Extensions.Logging;

namespace SpyOptions.ServiceDefaults.Metrics;

internal static partial class MetricsLog
{
    [LoggerMessage(7000, LogLevel.Warning, "Instrument {Instrument} is of kind {Kind}, which /metrics cannot serve.")]
    public static partial void KindUnknown(ILogger logger, string instrument, string kind);

    [LoggerMessage(7001, LogLevel.Error, "Instrument {Instrument} is not served on /metrics: its name or its tags clash with another's.")]
    public static partial void Refused(ILogger logger, string instrument, Exception cause);
}
