using SpyOptions.Quant.Calendars;

namespace SpyOptions.PaperGateway.Market.Synthetic;

/// <summary>
/// A seeded SPY session. It shows the exchange session that runs now, from now on; when none runs it shows the next one from its open, so
/// that there is always a live market to see. The same seed, watched contracts and steps of market time give the same quotes.
/// At the close it stands still.
/// </summary>
internal sealed class SyntheticMarket : IMarket
{
    private const double StockSeconds = 0.25;
    private const double CatchUpSecondsMax = 1.0;
    private static readonly TimeSpan UnwatchedAge = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly ulong seed;
    private readonly int ticksPerSecond;
    private readonly SessionPath path;
    private readonly DateTimeOffset priorClosedAt;
    private readonly Dictionary<int, (ListedContract Contract, ListedExpiry Expiry)> listed = [];
    private readonly Dictionary<int, OptionLine> lines = [];
    private readonly WatchedLines watched;
    private readonly StockLine stock;
    private readonly AnomalySchedule anomalies;
    private readonly List<QuoteChange> changes = [];
    private DateTimeOffset steppedTo;
    private int seeks;
    private double budget;
    private double stockSecondsLeft;

    /// <summary>Draws the session and lists its contracts.</summary>
    /// <param name="options">Seed, speed and rates.</param>
    /// <param name="time">The clock underneath market time.</param>
    public SyntheticMarket(MarketOptions options, TimeProvider time)
    {
        seed = unchecked((ulong)options.Seed);
        ticksPerSecond = options.TicksPerSecond;
        var now = time.GetUtcNow();
        SessionDate = ExchangeCalendar.CurrentOrNextSession(now);
        var (opensAt, closesAt) = (ExchangeCalendar.OpensAt(SessionDate), ExchangeCalendar.ClosesAt(SessionDate));
        priorClosedAt = ExchangeCalendar.ClosesAt(ExchangeCalendar.PreviousSession(SessionDate));
        path = new SessionPath(seed, opensAt, closesAt);
        Clock = new MarketClock(time, opensAt, closesAt, now, options.Speed);
        steppedTo = Clock.Now;
        stock = new StockLine(seed, path);
        anomalies = new AnomalySchedule(seed, options.AnomaliesPerMinute);
        watched = new WatchedLines(seed);
        Name = $"synthetic session {SessionDate:yyyy-MM-dd}, seed {options.Seed}";
        Contracts = [ListedContract.Stock(), .. ListOptions()];
    }

    /// <inheritdoc/>
    public event Action<QuoteChange>? Changed;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public MarketClock Clock { get; }

    /// <inheritdoc/>
    public DateOnly SessionDate { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ListedContract> Contracts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<AnomalyLabel> Labels
    {
        get
        {
            lock (gate)
            {
                return anomalies.Labels;
            }
        }
    }

    /// <inheritdoc/>
    public bool TryGetQuote(int conId, out MarketQuote quote)
    {
        lock (gate)
        {
            var now = Clock.Now;
            if (conId == ListedContract.StockConId)
            {
                if (stock.Watchers == 0 || stock.Quote.Bid is null)
                {
                    stock.Refresh(now);
                }

                quote = stock.Quote;
                return true;
            }

            var line = LineOf(conId);
            if (line is { Watchers: 0 } && !line.IsFrozen(now) && (now - line.Quote.QuotedAt).Duration() > UnwatchedAge)
            {
                line.Refresh(now);
            }

            quote = line?.Quote ?? default;
            return line is not null;
        }
    }

    /// <inheritdoc/>
    public void Watch(int conId)
    {
        lock (gate)
        {
            if (conId == ListedContract.StockConId)
            {
                stock.Watchers++;
                stock.Refresh(Clock.Now);
            }
            else if (LineOf(conId) is { } line && ++line.Watchers == 1)
            {
                if (!line.IsFrozen(Clock.Now))
                {
                    line.Refresh(Clock.Now);
                }

                watched.Add(line);
            }
        }
    }

    /// <inheritdoc/>
    public void Unwatch(int conId)
    {
        lock (gate)
        {
            if (conId == ListedContract.StockConId)
            {
                stock.Watchers = Math.Max(stock.Watchers - 1, 0);
            }
            else if (lines.TryGetValue(conId, out var line) && line.Watchers > 0 && --line.Watchers == 0)
            {
                watched.Remove(line);
            }
        }
    }

    /// <inheritdoc/>
    public void Step()
    {
        QuoteChange[] raised;
        lock (gate)
        {
            changes.Clear();
            StepLocked(Clock.Now, Clock.Speed);
            raised = [.. changes];
        }

        // Outside the lock: a handler may take its own lock, under which others call in here.
        foreach (var change in raised)
        {
            Changed?.Invoke(change);
        }
    }

    private void StepLocked(DateTimeOffset now, double speed)
    {
        if (seeks != Clock.Seeks)
        {
            seeks = Clock.Seeks;
            anomalies.EndAll(steppedTo);
            foreach (var line in lines.Values)
            {
                line.ForgetAnomalies();
            }

            steppedTo = now;
            RefreshAll(now);
            return;
        }

        var seconds = (now - steppedTo).TotalSeconds / speed;
        if (seconds <= 0.0)
        {
            return;
        }

        foreach (var line in watched.EndedBetween(steppedTo, now))
        {
            Refresh(line, now);
        }

        steppedTo = now;
        if (anomalies.Advance(now, seconds, speed, Candidates(now)) is { } struck && !struck.IsFrozen(now))
        {
            Refresh(struck, now);
        }

        RefreshStock(now, seconds);
        budget += Math.Min(seconds, CatchUpSecondsMax) * ticksPerSecond;
        for (; budget >= 1.0 && watched.Count > 0; budget--)
        {
            Refresh(watched.Next(), now);
        }

        budget = Math.Min(budget, 1.0);
    }

    private void RefreshStock(DateTimeOffset now, double seconds)
    {
        stockSecondsLeft -= seconds;
        if (stockSecondsLeft > 0.0 || stock.Watchers == 0)
        {
            return;
        }

        stockSecondsLeft = StockSeconds;
        budget--;
        Record(ListedContract.StockConId, stock.Refresh(now), stock.Quote);
    }

    private void RefreshAll(DateTimeOffset now)
    {
        if (stock.Watchers > 0)
        {
            Record(ListedContract.StockConId, stock.Refresh(now), stock.Quote);
        }

        foreach (var line in watched.All)
        {
            Refresh(line, now);
        }
    }

    private void Refresh(OptionLine line, DateTimeOffset now)
    {
        if (!line.IsFrozen(now))
        {
            Record(line.Contract.ConId, line.Tick(now), line.Quote);
        }
    }

    private void Record(int conId, QuoteFields fields, in MarketQuote quote)
    {
        if (fields != QuoteFields.None && (conId == ListedContract.StockConId || lines[conId].Watchers > 0))
        {
            changes.Add(new QuoteChange(conId, fields, quote));
        }
    }

    // What nobody watches still gets its share of anomalies near the money, so that a later watcher finds a market that is not spotless.
    private IReadOnlyList<OptionLine> Candidates(DateTimeOffset now)
    {
        if (watched.Count > 0)
        {
            return watched.All;
        }

        var spot = (decimal)path.SpotAt(now);
        var near = Contracts.Skip(1).TakeWhile(contract => contract.Expiry == SessionDate).Where(contract => Math.Abs(contract.Strike - spot) < 4m);
        return [.. near.Select(contract => LineOf(contract.ConId)!)];
    }

    private OptionLine? LineOf(int conId)
    {
        if (!lines.TryGetValue(conId, out var line) && listed.TryGetValue(conId, out var found))
        {
            line = new OptionLine(seed, path, found.Contract, found.Expiry, Clock.StartsAt, priorClosedAt);
            lines.Add(conId, line);
        }

        return line;
    }

    private IEnumerable<ListedContract> ListOptions()
    {
        foreach (var expiry in OptionExpiries.ListedOn(SessionDate).Select(date => ListedExpiry.On(SessionDate, date)))
        {
            foreach (var strike in ListedStrikes.Of(path.Open, SessionDate, expiry.Date))
            {
                yield return List(expiry, strike, isCall: true);
                yield return List(expiry, strike, isCall: false);
            }
        }
    }

    private ListedContract List(ListedExpiry expiry, decimal strike, bool isCall)
    {
        var contract = ListedContract.Option(expiry.Date, strike, isCall);
        listed.Add(contract.ConId, (contract, expiry));
        return contract;
    }
}
