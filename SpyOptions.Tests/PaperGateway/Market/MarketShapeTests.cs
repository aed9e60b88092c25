using SpyOptions.Quant.Calendars;

namespace SpyOptions.Tests.PaperGateway.Market;

/// <summary>
/// The synthetic chain beside recorded ones: sizes, smile, spreads, volume and open interest are alike. The recorded sessions here were not
/// used to fit the constants. 2026-07-23 is left out: most of its rows repeat the day before.
/// </summary>
public sealed class MarketShapeTests
{
    private static readonly DateOnly Session = new(2026, 7, 28);
    private static readonly DateOnly[] Sessions = [new(2026, 7, 22), Session, new(2026, 7, 29)];
    private static readonly int[] TenorEdges = [1, 5, 10, 20, 45, 90, 190, 400, 900];
    private static readonly Lazy<IReadOnlyList<IReadOnlyList<ChainRow>>> RealChains = new(() => [.. Sessions.Select(ChainRow.ReadReal)]);
    private static readonly Lazy<IReadOnlyList<ChainRow>> SyntheticChain = new(() => ChainRow.MakeSynthetic(Session));

    private readonly List<string> violations = [];

    [Fact]
    public void The_chain_is_about_as_large_as_the_real_one()
    {
        var (real, synthetic) = (Real[1], SyntheticChain.Value);
        Assert.InRange(synthetic.Count, 0.8 * real.Count, 1.25 * real.Count);
        Assert.Equal(real.Select(row => row.Days).Distinct().Order(), synthetic.Select(row => row.Days).Distinct().Order());
    }

    [Fact]
    public void At_the_money_volatility_and_skew_follow_the_real_term_structure()
    {
        foreach (var (from, to) in Tenors)
        {
            double Volatility(IReadOnlyList<ChainRow> rows, bool isCall, double low, double high) =>
                Median(rows.Where(row => row.Days > from && row.Days <= to && row.IsCall == isCall && row.Volatility > 0 && row.Delta >= low && row.Delta < high).Select(row => row.Volatility));
            double Middle(IReadOnlyList<ChainRow> rows, bool isCall) => Volatility(rows, isCall, 0.45, 0.55);
            var level = Middle(SyntheticChain.Value, false) / Real.Average(rows => Middle(rows, false));
            Check(level is > 0.75 and < 1.3, $"{from}-{to} days: volatility {level:F2} of the real");
            foreach (var (isCall, low, high) in new[] { (false, 0.2, 0.3), (false, 0.08, 0.12), (true, 0.2, 0.3) })
            {
                // Calls beside calls and puts beside puts: the deltas of American puts run ahead of those of calls when a year or more is left.
                double Skew(IReadOnlyList<ChainRow> rows) => Volatility(rows, isCall, low, high) / Middle(rows, isCall);
                var (skew, real) = (Skew(SyntheticChain.Value), Real.Average(Skew));
                Check(skew / real is > 0.9 and < 1.1, $"{from}-{to} days, {(isCall ? "call" : "put")} delta {low}: skew {skew:F3}, real {real:F3}");
            }
        }

        AssertNoViolations();
    }

    [Fact]
    public void Spreads_and_sizes_widen_and_shrink_as_the_real_ones()
    {
        foreach (var (from, to) in Tenors)
        {
            foreach (var (low, high) in new[] { (0.02, 0.1), (0.1, 0.2), (0.2, 0.35), (0.35, 0.5), (0.8, 0.95) })
            {
                double Of(IReadOnlyList<ChainRow> rows, Func<ChainRow, double> value) =>
                    Median(rows.Where(row => row.Days > from && row.Days <= to && row.Delta >= low && row.Delta < high && row.Bid > 0).Select(value));
                double Spread(IReadOnlyList<ChainRow> rows) => Of(rows, row => row.Ask - row.Bid);
                double Size(IReadOnlyList<ChainRow> rows) => Of(rows, row => row.BidSize);
                var (spread, realSpread) = (Spread(SyntheticChain.Value), Real.Average(Spread));
                Check(Math.Abs(spread - realSpread) <= 0.015 || spread / realSpread is > 0.5 and < 2, $"{from}-{to} days, delta {low}: spread {spread:F3}, real {realSpread:F3}");
                var (size, realSize) = (Size(SyntheticChain.Value), Real.Average(Size));
                Check(size / realSize is > 0.2 and < 5, $"{from}-{to} days, delta {low}: size {size}, real {realSize:F0}");
            }
        }

        AssertNoViolations();
    }

    [Fact]
    public void Same_day_volume_follows_the_u_of_the_real_days()
    {
        const double EndMinutes = 375;
        var days = Sessions.Select(ChainRow.ReadIntradayVolume).ToList();
        var session = new SyntheticSession(now: ExchangeCalendar.OpensAt(Session));
        var sameDay = session.Market.Contracts.Where(contract => contract.Expiry == Session).ToList();
        double SyntheticAt(double minutes)
        {
            session.Market.Clock.Seek(ExchangeCalendar.OpensAt(Session).AddMinutes(minutes));
            session.Market.Step();
            return sameDay.Sum(contract => session.Quote(contract.ConId).Volume);
        }

        double RealAt(double minutes) => days.Average(snapshots => snapshots.MinBy(snapshot => Math.Abs(snapshot.Minutes - minutes)).Volume);
        double RealShare(double minutes) =>
            days.Average(snapshots => snapshots.MinBy(snapshot => Math.Abs(snapshot.Minutes - minutes)).Volume / snapshots.MinBy(snapshot => Math.Abs(snapshot.Minutes - EndMinutes)).Volume);
        var synthetic = Enumerable.Range(1, 12).Select(index => index * 30.0).Append(EndMinutes).Select(minutes => (Minutes: minutes, Volume: SyntheticAt(minutes))).ToList();
        var total = synthetic[^1].Volume;
        Check(total / RealAt(EndMinutes) is > 0.4 and < 2.5, $"total {total}, real {RealAt(EndMinutes):F0}");
        foreach (var (minutes, volume) in synthetic)
        {
            Check(Math.Abs((volume / total) - RealShare(minutes)) <= 0.08, $"{minutes} minutes: {volume / total:F3}, real {RealShare(minutes):F3}");
        }

        AssertNoViolations();
    }

    [Fact]
    public void Open_interest_gathers_at_round_strikes_as_in_the_real_chain()
    {
        static double RoundShare(IReadOnlyList<ChainRow> rows) =>
            rows.Where(row => row.Strike % 10 == 0).Average(row => row.OpenInterest) / rows.Where(row => row.Strike % 5 != 0).Average(row => row.OpenInterest);
        Assert.InRange(RoundShare(Real[1]), 2, 20);
        Assert.InRange(RoundShare(SyntheticChain.Value), 2, 20);
    }

    private static IReadOnlyList<IReadOnlyList<ChainRow>> Real
    {
        get
        {
            ChainRow.RequireData("spy-eod-chain");
            return RealChains.Value;
        }
    }

    private static IEnumerable<(int From, int To)> Tenors => TenorEdges.Zip(TenorEdges.Skip(1));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        Assert.NotEmpty(sorted);
        return sorted[sorted.Count / 2];
    }

    private void Check(bool holds, string violation)
    {
        if (!holds)
        {
            violations.Add(violation);
        }
    }

    private void AssertNoViolations() => Assert.True(violations.Count == 0, string.Join("\n", violations));
}
