namespace SpyOptions.PaperGateway.Market;

/// <summary>What the market logs: events 2100 to 2199.</summary>
internal static partial class MarketLog
{
    [LoggerMessage(2100, LogLevel.Information, "Market is {Name}: {Contracts} contracts, market time {MarketAt:O}, speed {Speed}")]
    public static partial void Opened(ILogger logger, string name, int contracts, DateTimeOffset marketAt, double speed);

    [LoggerMessage(2101, LogLevel.Information, "Market {Name} reached its end at {MarketAt:O} and stands still")]
    public static partial void Ended(ILogger logger, string name, DateTimeOffset marketAt);

    [LoggerMessage(2102, LogLevel.Warning, "Session file {Path}: {Skipped} of {Rows} rows were skipped, the first because of line {Line}, field {Field}")]
    public static partial void RowsSkipped(ILogger logger, string path, int skipped, int rows, int line, string field);
}
