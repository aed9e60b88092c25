using System.Globalization;
using System.IO.Compression;
using SpyOptions.Quant.Calendars;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.PaperGateway.Market;

/// <summary>What is compared of one option of a chain; delta without its sign.</summary>
internal sealed record ChainRow(int Days, double Strike, bool IsCall, double Bid, double Ask, double BidSize, double Volatility, double Delta, double OpenInterest)
{
    public static string RequireData(string folder)
    {
        Assert.SkipWhen(Repository.MarketData is null, $"The recorded chains are not beside the repository (../shared/data/{folder}, or SPYOPTIONS_DATA).");
        return Path.Combine(Repository.MarketData!, folder);
    }

    public static IReadOnlyList<ChainRow> ReadReal(DateOnly day) =>
    [
        .. ReadColumns(Path.Combine(RequireData("spy-eod-chain"), $"{day:yyyy-MM-dd}.csv.gz"), "expiry", "strike", "right", "bid", "ask", "bid_size", "iv", "delta", "open_interest")
            .Select(cells => new ChainRow(
                DateOnly.Parse(cells[0], CultureInfo.InvariantCulture).DayNumber - day.DayNumber, Number(cells[1]), cells[2] == "C",
                Number(cells[3]), Number(cells[4]), Number(cells[5]), Number(cells[6]), Math.Abs(Number(cells[7])), Number(cells[8]))),
    ];

    public static IReadOnlyList<ChainRow> MakeSynthetic(DateOnly day)
    {
        var session = new SyntheticSession(now: ExchangeCalendar.OpensAt(day).AddMinutes(30));
        return [.. session.Market.Contracts.Where(contract => contract.IsOption).Select(contract =>
        {
            var quote = session.Quote(contract.ConId);
            return new ChainRow(
                contract.Expiry!.Value.DayNumber - day.DayNumber, (double)contract.Strike, contract.IsCall, (double)(quote.Bid ?? 0), (double)(quote.Ask ?? 0),
                (double)(quote.BidSize ?? 0), quote.ImpliedVolatility ?? 0, Math.Abs(quote.Delta ?? 0), quote.OpenInterest);
        })];
    }

    /// <summary>Total volume of each snapshot of a recorded session, with its minutes since the open.</summary>
    public static IReadOnlyList<(double Minutes, double Volume)> ReadIntradayVolume(DateOnly day) =>
    [
        .. ReadColumns(Path.Combine(RequireData("spy-0dte-intraday"), $"{day:yyyy-MM-dd}.csv.gz"), "quote_ts", "volume")
            .GroupBy(cells => cells[0], cells => Number(cells[1]))
            .Select(group => ((DateTime.Parse(group.Key, CultureInfo.InvariantCulture).TimeOfDay - new TimeSpan(9, 30, 0)).TotalMinutes, group.Sum())),
    ];

    private static IEnumerable<string[]> ReadColumns(string path, params string[] columns)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var header = reader.ReadLine()!.Split(',');
        var positions = columns.Select(column => Array.IndexOf(header, column)).ToArray();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return [.. positions.Select(position => cells[position])];
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
