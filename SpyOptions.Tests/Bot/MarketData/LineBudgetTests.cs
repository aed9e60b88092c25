using CsCheck;
using SpyOptions.Bot.MarketData;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Bot.MarketData;

public sealed class LineBudgetTests
{
    private static readonly DateOnly Front = new(2026, 7, 24);
    private static readonly HashSet<int> NoPins = [];

    [Fact]
    public void The_plan_fills_the_budget_and_never_exceeds_it() =>
        Gen.Select(Gen.Int[3, 150], Gen.Int[0, 60], Gen.Int[1, 9], Gen.Int[1, 30], Gen.Double[560, 640], Gen.Int[0, 50]).Sample(
            (linesMax, rotation, expiries, side, spot, turn) =>
            {
                var budget = new LineBudget(new MarketDataOptions { LinesMax = linesMax, RotationLines = rotation, StrikesEachSide = side });
                var plan = budget.Plan(Chain(expiries), spot, NoPins, turn, Nothing);
                Assert.True(plan.Lines.Count + 1 <= linesMax);
                Assert.Equal(plan.Lines.Count, plan.Lines.Distinct().Count());
                Assert.True(plan.Lines.Count >= Math.Min(plan.NearCount, linesMax - 1) - Math.Max(2, rotation));
            },
            iter: 300);

    [Fact]
    public void Both_rights_at_the_money_of_every_front_expiry_come_first()
    {
        var plan = Budget().Plan(Chain(12), 600.2, NoPins, 0, Nothing);
        Assert.Equal(98, plan.Lines.Count);
        Assert.All(plan.Lines.Take(2), option => Assert.Equal((Front, 600m), (option.Contract.Expiry, option.Contract.Strike)));
        Assert.True(plan.Lines.Count(option => option.Contract.Expiry == Front) > plan.Lines.Count(option => option.Contract.Expiry == Front.AddDays(1)));
        Assert.True(plan.NearCount > 900);
    }

    [Fact]
    public void A_single_expiry_gets_the_whole_budget()
    {
        var plan = new LineBudget(new MarketDataOptions { StrikesEachSide = 30 }).Plan(Chain(1), 600, NoPins, 0, Nothing);
        Assert.InRange(plan.Lines.Count, 98, 99);
    }

    [Fact]
    public void Every_near_contract_is_looked_at_within_one_round()
    {
        var options = new MarketDataOptions();
        var budget = new LineBudget(options);
        var chain = Chain(12);
        var seen = new HashSet<int>();
        var near = 0;
        for (var turn = 0; turn < 60; turn++)
        {
            var plan = budget.Plan(chain, 600, NoPins, turn, Nothing);
            near = plan.NearCount;
            seen.UnionWith(plan.Lines.Select(option => option.Contract.ConId));
        }

        Assert.Equal(near, seen.Count);
    }

    [Fact]
    public void The_window_does_not_flap_when_the_spot_wiggles_around_the_middle_of_two_strikes()
    {
        var budget = Budget();
        var chain = Chain(3);
        var first = budget.Plan(chain, 600.49, NoPins, 0, Nothing).Lines;
        foreach (var spot in new[] { 600.51, 600.49, 600.95, 599.1, 601.4, 598.6 })
        {
            Assert.Equal(first, budget.Plan(chain, spot, NoPins, 0, Nothing).Lines);
        }

        var moved = budget.Plan(chain, 601.6, NoPins, 0, Nothing).Lines;
        Assert.NotEqual(first, moved);
        Assert.Equal(602m, moved[0].Contract.Strike);
        Assert.Equal(moved, budget.Plan(chain, 600.6, NoPins, 0, Nothing).Lines);
    }

    [Fact]
    public void A_refused_line_lowers_the_budget_and_drops_the_lowest_priority_but_nothing_pinned()
    {
        var budget = Budget();
        var chain = Chain(3);
        var farPut = chain[2].Puts[0]!;
        var pins = new HashSet<int> { farPut.Contract.ConId };
        var before = budget.Plan(chain, 600, pins, 0, Nothing).Lines;
        Assert.Same(farPut, before[0]);

        budget.OnRefused(60);
        Assert.Equal(60, budget.LinesMax);
        var after = budget.Plan(chain, 600, pins, 0, Nothing).Lines;
        Assert.Equal(59, after.Count);
        Assert.Equal(before.Take(30), after.Take(30));

        budget.OnRefused(1);
        Assert.Equal([farPut], budget.Plan(chain, 600, pins, 0, Nothing).Lines);
        budget.OnRefused(90);
        Assert.Equal(2, budget.LinesMax);
        budget.Reset();
        Assert.Equal(100, budget.LinesMax);
    }

    [Fact]
    public void Pinned_contracts_beyond_the_budget_are_kept_and_reported()
    {
        var chain = Chain(1);
        var pins = chain[0].Calls.Take(12).Select(option => option!.Contract.ConId).ToHashSet();
        var plan = new LineBudget(new MarketDataOptions { LinesMax = 10 }).Plan(chain, 600, pins, 0, Nothing);
        Assert.True(plan.PinnedOverBudget);
        Assert.Equal(pins, plan.Lines.Select(option => option.Contract.ConId).ToHashSet());
    }

    [Fact]
    public void A_contract_that_the_gateway_does_not_know_is_left_out()
    {
        var chain = Chain(1);
        var budget = Budget();
        var first = budget.Plan(chain, 600, NoPins, 0, Nothing).Lines[0];
        Assert.DoesNotContain(first, budget.Plan(chain, 600, NoPins, 0, conId => conId == first.Contract.ConId).Lines);
    }

    private static bool Nothing(int conId) => false;

    private static LineBudget Budget() => new(new MarketDataOptions());

    private static ExpiryChain[] Chain(int expiries) =>
        [.. Enumerable.Range(0, expiries).Select(rank => new ExpiryChain(Front.AddDays(rank), Options(rank)))];

    private static IEnumerable<QuotedOption> Options(int rank) =>
        from strike in Enumerable.Range(550, 101)
        from right in new[] { OptionRight.Call, OptionRight.Put }
        select new QuotedOption(new OptionContract((rank * 1000) + ((strike - 550) * 2) + (int)right + 1, "SPY", Front.AddDays(rank), strike, right));
}
