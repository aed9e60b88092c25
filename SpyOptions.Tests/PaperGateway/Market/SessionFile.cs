using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SpyOptions.Tests.PaperGateway.Market;

/// <summary>Writes small recorded sessions of made-up numbers.</summary>
internal static class SessionFile
{
    public const string Header =
        "fetched_at_et,quote_ts,spot,expiry,type,strike,bid,ask,bid_size,ask_size,last_trade_price,iv,delta,gamma,theta,vega,rho,volume,open_interest";

    public static string Row(string quoteTs, double spot, string type, decimal strike, decimal bid, decimal ask, long volume, double iv = 0.15) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"2026-07-22 10:00:00,{quoteTs},{spot},2026-07-22,{type},{strike:0.0},{bid},{ask},10.0,12.0,{bid},{iv},0.5,0.05,-0.9,0.07,0.0,{volume}.0,35.0");

    /// <summary>Three snapshots five minutes apart from 09:31:00 New York (13:31 UTC), two options.</summary>
    public static IEnumerable<string> Day()
    {
        yield return Header;
        foreach (var (minute, spot, price) in new[] { (31, 740.0, 1.20m), (36, 741.0, 1.60m), (41, 739.5, 1.00m) })
        {
            yield return Row($"2026-07-22T09:{minute}:00", spot, "C", 740m, price, price + 0.01m, minute * 10);
            yield return Row($"2026-07-22T09:{minute}:00", spot, "P", 740m, minute == 31 ? 0m : 2.80m - price, 2.82m - price, 7, iv: minute == 31 ? 0 : 0.16);
        }
    }

    public static string Write(IEnumerable<string> lines, bool isGzip = false, string ending = "\n") => WriteBytes(Encoding.UTF8.GetBytes(string.Join(ending, lines) + ending), isGzip);

    public static string WriteBytes(byte[] content, bool isGzip, bool isCompressed = true)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv{(isGzip ? ".gz" : "")}");
        using var file = File.Create(path);
        using Stream stream = isGzip && isCompressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(content);
        return path;
    }
}
