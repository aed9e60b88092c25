namespace SpyOptions.PaperGateway.Market.Recorded;

/// <summary>
/// A recorded session, played on its own time from the first snapshot to the last, where it stands still. Between snapshots every quote and
/// the spot are held: nothing is invented. The rows of one snapshot come over the first two seconds after it, in the order of the file, so
/// that they arrive as a stream and not as one burst. The stock has a last price (the recorded spot) and neither bid nor ask. The time of a
/// trade is that of the row that first shows it.
/// </summary>
internal sealed class RecordedMarket : IMarket
{
    private const int BatchMax = 5_000;
    private static readonly TimeSpan SpreadMax = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly RecordedChange[] tape;
    private readonly Dictionary<int, MarketQuote> quotes;
    private readonly Dictionary<int, int> watchers = [];
    private int played;
    private int seeks;

    /// <summary>Opens a session at its first snapshot.</summary>
    /// <param name="session">What was read.</param>
    /// <param name="speed">Market seconds per second, 0.1 to 3600.</param>
    /// <param name="time">The clock underneath market time.</param>
    public RecordedMarket(RecordedSession session, double speed, TimeProvider time)
    {
        Name = $"recorded session {session.SessionDate:yyyy-MM-dd} ({Path.GetFileName(session.Path)})";
        SessionDate = session.SessionDate;
        tape = [.. RecordedChange.TapeOf(session.Rows, SpreadMax)];
        var options = session.Rows.Select(row => row.Contract).Distinct();
        Contracts = [ListedContract.Stock(), .. options.OrderBy(contract => contract.Expiry).ThenBy(contract => contract.Strike).ThenBy(contract => contract.Right)];
        quotes = Contracts.ToDictionary(contract => contract.ConId, _ => default(MarketQuote));
        Clock = new MarketClock(time, tape[0].At, tape[^1].At, tape[0].At, speed);
        PlayTo(tape[0].At, int.MaxValue, raised: null);
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
    public IReadOnlyList<AnomalyLabel> Labels => [];

    /// <inheritdoc/>
    public bool TryGetQuote(int conId, out MarketQuote quote)
    {
        lock (gate)
        {
            return quotes.TryGetValue(conId, out quote);
        }
    }

    /// <inheritdoc/>
    public void Watch(int conId)
    {
        lock (gate)
        {
            if (quotes.ContainsKey(conId))
            {
                watchers[conId] = watchers.GetValueOrDefault(conId) + 1;
            }
        }
    }

    /// <inheritdoc/>
    public void Unwatch(int conId)
    {
        lock (gate)
        {
            if (watchers.TryGetValue(conId, out var count))
            {
                watchers[conId] = Math.Max(count - 1, 0);
            }
        }
    }

    /// <inheritdoc/>
    public void Step()
    {
        List<QuoteChange> raised = [];
        lock (gate)
        {
            if (seeks != Clock.Seeks)
            {
                seeks = Clock.Seeks;
                Jump(Clock.Now, raised);
            }
            else
            {
                PlayTo(Clock.Now, BatchMax, raised);
            }
        }

        // Outside the lock: a handler may take its own lock, under which others call in here.
        foreach (var change in raised)
        {
            Changed?.Invoke(change);
        }
    }

    private void PlayTo(DateTimeOffset at, int changesMax, List<QuoteChange>? raised)
    {
        for (var count = 0; count < changesMax && played < tape.Length && tape[played].At <= at; count++, played++)
        {
            var (conId, before) = (tape[played].ConId, quotes[tape[played].ConId]);
            var after = tape[played].Apply(before);
            quotes[conId] = after;
            Raise(conId, before, after, raised);
        }
    }

    private void Jump(DateTimeOffset at, List<QuoteChange> raised)
    {
        var before = new Dictionary<int, MarketQuote>(quotes);
        foreach (var conId in before.Keys)
        {
            quotes[conId] = default;
        }

        played = 0;
        PlayTo(at, int.MaxValue, raised: null);
        foreach (var contract in Contracts)
        {
            Raise(contract.ConId, before[contract.ConId], quotes[contract.ConId], raised);
        }
    }

    private void Raise(int conId, in MarketQuote before, in MarketQuote after, List<QuoteChange>? raised)
    {
        if (raised is null || watchers.GetValueOrDefault(conId) == 0)
        {
            return;
        }

        var fields = QuoteChange.Compare(before, after);
        if (fields != QuoteFields.None)
        {
            raised.Add(new QuoteChange(conId, fields, after));
        }
    }
}
