using SpyOptions.Bot.MarketData;
using SpyOptions.Contracts.Feed;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Bot.Hosting;

/// <summary>
/// Makes the snapshot of an expiry when something in it changed since its last one. Only strikes near the money or with a quote are in it.
/// Used by one thread.
/// </summary>
/// <param name="chain">The chain.</param>
/// <param name="options">Window and age of a stale quote.</param>
/// <param name="time">The process's clock.</param>
internal sealed class ChainSnapshots(ChainState chain, MarketDataOptions options, TimeProvider time)
{
    // Parity votes of one expiry span days to weeks: the discount moves the forward by less than a cent, so none is guessed.
    private const double Discount = 1;
    private const int PairsMin = 3;

    private readonly Dictionary<DateOnly, Watched> _watched = [];

    /// <summary>Snapshots of the expiries that changed since the last call, nearest first, at most <see cref="FeedReport.ChainsMax"/>.</summary>
    public IReadOnlyList<ChainSnapshot> TakeChanged()
    {
        var now = time.GetUtcNow();
        var listing = chain.Expiries;
        DateOnly[] expiries = [.. listing.Select(expiry => expiry.Expiry)];
        var changed = new List<ChainSnapshot>();
        foreach (var expiry in listing.Take(FeedReport.ChainsMax))
        {
            if (!_watched.TryGetValue(expiry.Expiry, out var watched) || !ReferenceEquals(watched.View.Chain, expiry))
            {
                _watched[expiry.Expiry] = watched = new Watched(new ChainView(chain, expiry));
            }

            var quotes = watched.View.Refresh();
            var subscribed = expiry.Options.Count(option => option.Subscribed);
            if (quotes > 0 || subscribed != watched.Subscribed || watched.MustSend || now - watched.SentAt > options.QuoteAgeMax)
            {
                (watched.MustSend, watched.Subscribed, watched.SentAt) = (false, subscribed, now);
                changed.Add(Make(watched.View, expiries, now));
            }
        }

        foreach (var gone in _watched.Keys.Except(expiries).ToArray())
        {
            _watched.Remove(gone);
        }

        return changed;
    }

    /// <summary>Sends every expiry again with the next report: the last one was lost.</summary>
    public void Repeat()
    {
        foreach (var watched in _watched.Values)
        {
            watched.MustSend = true;
        }
    }

    private ChainSnapshot Make(ChainView view, DateOnly[] expiries, DateTimeOffset now) => new()
    {
        Underlying = chain.Underlying,
        Expiry = view.Chain.Expiry,
        Expiries = expiries,
        Spot = view.Spot,
        Forward = Forward(view),
        MarketAt = view.MarketAt,
        TakenAt = now,
        Rows = [.. Rows(view, now)],
    };

    private IEnumerable<ChainRow> Rows(ChainView view, DateTimeOffset now)
    {
        var strikes = view.Chain.Strikes;
        var centre = Centre(strikes, view.Spot);
        for (var index = 0; index < strikes.Count; index++)
        {
            if (Math.Abs(index - centre) <= options.StrikesEachSide || view.Calls[index].TickCount > 0 || view.Puts[index].TickCount > 0)
            {
                yield return new ChainRow(
                    strikes[index], Cell(view.Chain.Calls[index], view.Calls[index], now), Cell(view.Chain.Puts[index], view.Puts[index], now));
            }
        }
    }

    private ChainCell? Cell(QuotedOption? option, in OptionQuote quote, DateTimeOffset now) => option is null ? null : new ChainCell
    {
        ConId = option.Contract.ConId,
        Bid = quote.Bid,
        BidSize = quote.BidSize,
        Ask = quote.Ask,
        AskSize = quote.AskSize,
        Last = quote.Last,
        ImpliedVolatility = quote.ImpliedVolatility,
        Delta = quote.Delta,
        Gamma = quote.Gamma,
        VegaPerPoint = quote.VegaPerPoint,
        ThetaPerDay = quote.ThetaPerDay,
        Volume = quote.Volume,
        OpenInterest = quote.OpenInterest,
        ObservedAt = quote.TickCount > 0 ? quote.ObservedAt : null,
        Subscribed = option.Subscribed,
        Stale = quote.TickCount == 0 || quote.Stale || quote.Age(now) > options.QuoteAgeMax,
    };

    private static double? Forward(ChainView view)
    {
        var pairs = new List<ParityPair>();
        for (var index = 0; index < view.Chain.Strikes.Count; index++)
        {
            if (view.Calls[index].Mid is { } call && view.Puts[index].Mid is { } put)
            {
                pairs.Add(new ParityPair((double)view.Chain.Strikes[index], (double)call, (double)put));
            }
        }

        var fit = ParityForward.Find(pairs.ToArray(), Discount, PairsMin, ParityForward.PairsDefault, stackalloc double[2 * ParityForward.PairsDefault]);
        return fit.IsDefined ? fit.Forward : null;
    }

    private static int Centre(IReadOnlyList<decimal> strikes, double? spot)
    {
        var centre = strikes.Count / 2;
        for (var index = 0; spot is { } price && index < strikes.Count; index++)
        {
            centre = Math.Abs((double)strikes[index] - price) < Math.Abs((double)strikes[centre] - price) ? index : centre;
        }

        return centre;
    }

    private sealed class Watched(ChainView view)
    {
        public ChainView View { get; } = view;

        public int Subscribed { get; set; }

        public DateTimeOffset SentAt { get; set; }

        public bool MustSend { get; set; } = true;
    }
}
