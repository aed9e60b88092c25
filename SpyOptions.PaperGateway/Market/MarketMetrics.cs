using System.Diagnostics.Metrics;
using SpyOptions.PaperGateway.Sessions;

namespace SpyOptions.PaperGateway.Market;

/// <summary>What the market counts.</summary>
internal sealed class MarketMetrics
{
    private long rowsSkipped;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">The factory of this process.</param>
    public MarketMetrics(IMeterFactory meters)
    {
        // Observed, because the file is read before anything listens.
        meters.Create(GatewayMetrics.MeterName).CreateObservableCounter(
            "paper_gateway_session_rows_skipped_total", () => Interlocked.Read(ref rowsSkipped), description: "Rows of the recorded session that could not be read.");
    }

    /// <summary>Counts rows of a recorded session that could not be read.</summary>
    /// <param name="count">How many.</param>
    public void RowsSkipped(int count) => Interlocked.Add(ref rowsSkipped, count);
}
