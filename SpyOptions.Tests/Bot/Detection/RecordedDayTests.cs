using System.Globalization;
using System.IO.Compression;
using SpyOptions.Bot.Detection;
using SpyOptions.Bot.MarketData;
using SpyOptions.Contracts.Signals;
using SpyOptions.Quant.Calendars;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.Bot.Detection;

/// <summary>Recorded chains: mostly clean, so few claims; and bumps put into them are found.</summary>
public sealed class RecordedDayTests(ITestOutputHelper output)
{
    private sealed record Row(OptionContract Contract, decimal Bid, decimal Ask, long Volume);

    [Fact]
    public void A_recorded_end_of_day_chain_gives_few_claims_and_shows_bumps()
    {
        var (date, rows, spot) = Load();
        using var bench = Bench(date, rows, spot);
        Step(bench, rows, new Dictionary<int, decimal>());
        var smile = bench.Signals.Where(signal => signal.Kind == SignalKind.SmileResidual).Select(signal => signal.Contract).Distinct().ToArray();
        var quality = bench.Signals.Where(signal => signal.Kind == SignalKind.DataQuality).Select(signal => signal.Contract).Distinct().ToArray();
        output.WriteLine($"{date:yyyy-MM-dd}: {rows.Count} contracts, smile residual {smile.Length}, data quality {quality.Length}");
        foreach (var group in bench.Signals.Where(s => s.Kind == SignalKind.DataQuality && s.RepeatCount == 1).GroupBy(s => s.Contributions[0].Name))
        {
            output.WriteLine($"  {group.Key}: {group.Count()}, e.g. {group.First().Contract} {group.First().Summary}");
        }

        Assert.Equal(0, bench.Metrics.Errors.Read("detection"));
        Assert.InRange(smile.Length, 0, 30);
        Assert.InRange(quality.Length, 0, 60);

        var random = new Random(5);
        var bumps = rows.Where(row => row.Bid >= 0.5m && row.Ask > row.Bid && Math.Abs(Math.Log((double)row.Contract.Strike / spot)) < 0.03
                && row.Contract.Expiry > date && (row.Contract.Right == OptionRight.Call) == ((double)row.Contract.Strike > spot) && !smile.Contains(row.Contract))
            .GroupBy(row => (row.Contract.Expiry, row.Contract.Right)).Select(group => group.ElementAt(random.Next(group.Count())))
            .ToDictionary(row => row.Contract.ConId, row => Math.Round(Math.Max(0.02m, 2.5m * (row.Ask - row.Bid)), 2));
        using var bumped = Bench(date, rows, spot);
        Step(bumped, rows, bumps);
        var claimed = bumped.Signals.Where(signal => signal.Kind == SignalKind.SmileResidual).Select(signal => signal.Contract.ConId).ToHashSet();
        var found = bumps.Keys.Count(claimed.Contains);
        var bystanders = claimed.Count(conId => !bumps.ContainsKey(conId) && smile.All(contract => contract.ConId != conId));
        output.WriteLine($"  bumps of 5 half spreads: {found} of {bumps.Count} found, {bystanders} bystanders claimed");
        Assert.True(found >= 0.85 * bumps.Count);
        Assert.True(bystanders <= 0.1 * bumps.Count);
    }

    private static DetectionBench Bench(DateOnly date, List<Row> rows, double spot)
    {
        var bench = new DetectionBench(new DetectionOptions { SignalsPerMinuteMax = 10_000 }, contracts: rows.Select(row => row.Contract));
        bench.MarketAt = ExchangeCalendar.ClosesAt(date).AddMinutes(-1);
        bench.SetSpot(spot);
        return bench;
    }

    private static void Step(DetectionBench bench, List<Row> rows, Dictionary<int, decimal> bumps)
    {
        for (var step = 0; step < 4; step++)
        {
            foreach (var row in rows)
            {
                var shift = bumps.GetValueOrDefault(row.Contract.ConId);
                bench.Publish(bench.Chain.Find(row.Contract.ConId)!, new OptionQuote { Bid = row.Bid + shift, Ask = row.Ask + shift, Volume = row.Volume });
            }

            bench.Loop.StepWaiting();
            bench.Time.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    private static (DateOnly Date, List<Row> Rows, double Spot) Load()
    {
        if (Repository.MarketData is not { } data || !File.Exists(Path.Combine(data, "spy-eod-chain", "2026-07-28.csv.gz")))
        {
            Assert.Skip("The recorded SPY end-of-day chains are not beside the repository.");
            throw new InvalidOperationException();
        }

        var date = new DateOnly(2026, 7, 28);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(data, "spy-eod-chain", "2026-07-28.csv.gz")), CompressionMode.Decompress));
        var names = reader.ReadLine()!.Split(',');
        var rows = new List<Row>();
        var conId = 0;
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            string Cell(string name) => cells[Array.IndexOf(names, name)];
            decimal Price(string name) => Math.Round((decimal)double.Parse(Cell(name), CultureInfo.InvariantCulture), 4);
            rows.Add(new Row(
                new OptionContract(++conId, "SPY", DateOnly.Parse(Cell("expiry"), CultureInfo.InvariantCulture), Price("strike"), Cell("right") == "C" ? OptionRight.Call : OptionRight.Put),
                Price("bid"), Price("ask"), (long)Price("volume")));
        }

        // The calls and puts at the money cross at the forward of the nearest expiry, which is the spot within a few cents.
        var near = rows.Where(row => row.Contract.Expiry == rows.Where(r => r.Contract.Expiry > date).Min(r => r.Contract.Expiry)).GroupBy(row => row.Contract.Strike)
            .Where(group => group.Count() == 2).Select(group => (
                Strike: (double)group.Key,
                Gap: (double)(group.Single(row => row.Contract.Right == OptionRight.Call).Bid - group.Single(row => row.Contract.Right == OptionRight.Put).Bid)))
            .MinBy(pair => Math.Abs(pair.Gap));
        return (date, rows, near.Strike + near.Gap);
    }
}
