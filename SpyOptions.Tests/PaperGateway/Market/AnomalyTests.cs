using SpyOptions.PaperGateway.Market;

namespace SpyOptions.Tests.PaperGateway.Market;

public sealed class AnomalyTests
{
    private const int Watched = 96;

    private static readonly Lazy<SyntheticSession> FiveMinutes = new(() =>
    {
        var played = new SyntheticSession(anomaliesPerMinute: 20);
        played.WatchNearTheMoney(Watched);
        played.Run(300);
        return played;
    });

    private readonly SyntheticSession session = FiveMinutes.Value;

    [Fact]
    public void Every_kind_appears_labelled_in_watched_options_near_the_money_within_minutes()
    {
        var watched = new SyntheticSession().WatchNearTheMoney(Watched).Select(contract => contract.ConId).ToHashSet();
        var labels = session.Market.Labels;
        Assert.True(labels[0].StartsAt < SyntheticSession.Morning.AddMinutes(1));
        Assert.InRange(labels.Count, 50, 140);
        Assert.Equal(Enum.GetValues<AnomalyKind>(), labels.Select(label => label.Kind).Distinct().Order());
        Assert.All(labels, label => Assert.Contains(label.ConId, watched));
        Assert.All(labels, label => Assert.True(label.EndsAt > label.StartsAt && label.Size > 0));
        Assert.Equal(Enumerable.Range(1, labels.Count), labels.Select(label => label.Id));
    }

    [Fact]
    public void The_default_rate_shows_a_few_a_minute_and_none_when_switched_off()
    {
        var usual = new SyntheticSession(anomaliesPerMinute: new MarketOptions().AnomaliesPerMinute, ticksPerSecond: 20);
        usual.WatchNearTheMoney(Watched);
        usual.Run(30);
        Assert.NotEmpty(usual.Market.Labels);
        usual.Run(570);
        Assert.InRange(usual.Market.Labels.Count, 20, 60);
        var quiet = new SyntheticSession(anomaliesPerMinute: 0);
        quiet.WatchNearTheMoney(Watched);
        quiet.Run(60);
        Assert.Empty(quiet.Market.Labels);
    }

    [Fact]
    public void The_quotes_show_what_the_labels_say_and_nothing_else()
    {
        var labels = session.Market.Labels.ToLookup(label => label.ConId);
        foreach (var change in session.Changes)
        {
            var label = labels[change.ConId].FirstOrDefault(label => change.Quote.QuotedAt >= label.StartsAt && change.Quote.QuotedAt < label.EndsAt);
            if (label is null)
            {
                QuoteRules.AssertSound(change.Quote);
            }
            else
            {
                AssertShows(label, change.Quote);
            }
        }

        Assert.All(session.Market.Labels.Where(label => label.Kind != AnomalyKind.StaleQuote), label =>
            Assert.Contains(session.Changes, change => change.ConId == label.ConId && change.Quote.QuotedAt == label.StartsAt));
    }

    [Fact]
    public void A_stale_quote_stands_still_for_as_long_as_its_label_says()
    {
        var ended = session.Market.Labels.Where(label => label.Kind == AnomalyKind.StaleQuote && label.EndsAt <= session.Market.Clock.Now).ToList();
        Assert.NotEmpty(ended);
        Assert.All(ended, label => Assert.Contains(session.Changes, change => change.ConId == label.ConId && change.Quote.QuotedAt >= label.EndsAt));
    }

    [Fact]
    public void A_volatility_bump_moves_its_own_strike_off_the_smile_by_its_size()
    {
        var label = session.Market.Labels.First(label => label.Kind == AnomalyKind.VolatilityBump);
        var during = session.Changes.First(change => change.ConId == label.ConId && change.Quote.QuotedAt == label.StartsAt).Quote;
        var before = session.Changes.Last(change => change.ConId == label.ConId && change.Quote.QuotedAt < label.StartsAt).Quote;
        Assert.Equal(label.Size, during.ImpliedVolatility!.Value - before.ImpliedVolatility!.Value, 2);
        Assert.True(during.Bid > before.Ask, $"{before.Bid}/{before.Ask} -> {during.Bid}/{during.Ask}");
    }

    [Fact]
    public void A_volume_burst_adds_its_contracts()
    {
        var label = session.Market.Labels.First(label => label.Kind == AnomalyKind.VolumeBurst);
        var volumes = session.Changes.Where(change => change.ConId == label.ConId).ToList();
        var before = volumes.Last(change => change.Quote.QuotedAt <= label.StartsAt).Quote.Volume;
        var after = volumes.First(change => change.Quote.QuotedAt >= label.EndsAt).Quote.Volume;
        Assert.True(after - before >= label.Size - 1, $"{before} -> {after}, size {label.Size}");
    }

    [Fact]
    public void A_jump_in_time_ends_what_was_going_on()
    {
        var jumping = new SyntheticSession(anomaliesPerMinute: 60);
        jumping.WatchNearTheMoney(Watched);
        jumping.Run(30);
        var jumpedAt = jumping.Market.Clock.Now;
        jumping.Market.Clock.Seek(jumping.Market.Clock.StartsAt);
        jumping.Market.Step();
        Assert.NotEmpty(jumping.Market.Labels);
        Assert.All(jumping.Market.Labels, label => Assert.True(label.EndsAt <= jumpedAt));
    }

    private static void AssertShows(AnomalyLabel label, in MarketQuote quote)
    {
        switch (label.Kind)
        {
            case AnomalyKind.CrossedQuote:
                Assert.Equal(label.Size, (double)(quote.Bid!.Value - quote.Ask!.Value), 6);
                break;
            case AnomalyKind.ZeroBid:
                Assert.Null(quote.Bid);
                break;
            case AnomalyKind.SpreadBlowOut:
                Assert.True(quote.Bid is null || quote.Ask - quote.Bid >= 0.05m, $"{quote.Bid}/{quote.Ask}");
                break;
            case AnomalyKind.StaleQuote:
                Assert.Fail("A stale quote ticked.");
                break;
            default:
                QuoteRules.AssertSound(quote);
                break;
        }
    }
}
