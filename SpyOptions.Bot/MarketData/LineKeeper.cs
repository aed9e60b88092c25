using System.Collections.Concurrent;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Bot.MarketData;

/// <summary>Holds the market data lines that the budget plans: frees what is no longer planned, then takes what is new. One thread at a time.</summary>
/// <param name="gateway">The gateway.</param>
/// <param name="discovery">Contracts by id.</param>
/// <param name="desk">What lines need.</param>
/// <param name="chain">The chain.</param>
/// <param name="feed">Learns what the gateway says about lines.</param>
/// <param name="options">Budget, window, generic ticks.</param>
/// <param name="metrics">Lines in use.</param>
/// <param name="logger">Log.</param>
internal sealed class LineKeeper(
    IMarketGateway gateway,
    ChainDiscovery discovery,
    TickDesk desk,
    ChainState chain,
    FeedMonitor feed,
    MarketDataOptions options,
    BotMetrics metrics,
    ILogger<LineKeeper> logger) : ILineNotices
{
    private const int LineLimit = 101;
    private const int NoSuchContract = 200;

    private readonly LineBudget _budget = new(options);
    private readonly Dictionary<int, HeldLine> _held = [];
    private readonly HashSet<int> _excluded = [];
    private readonly ConcurrentQueue<Refusal> _refusals = new();
    private IDisposable? _underlying;
    private (int Near, int LinesMax) _reported;

    /// <summary>Contracts that must keep their line, whatever happens.</summary>
    public IReadOnlySet<int> Pinned { get; set; } = new HashSet<int>();

    /// <summary>Lines in use, the underlying's included.</summary>
    public int LinesUsed => metrics.LinesUsed;

    /// <summary>Lines allowed now.</summary>
    public int LinesMax => _budget.LinesMax;

    /// <summary>Brings the lines in line with the plan.</summary>
    /// <param name="turn">Number of the rotation's turn.</param>
    public void Update(long turn)
    {
        TakeRefusals();
        if (_underlying is null && discovery.Underlying is { } contract)
        {
            _underlying = Take(contract, options.UnderlyingGenericTicks, new UnderlyingLine(chain, desk, this));
        }

        if (chain.UnderlyingQuote.Spot is { } spot && chain.Expiries.Count > 0)
        {
            Apply(_budget.Plan(chain.Expiries, spot, Pinned, turn, _excluded.Contains));
        }

        metrics.LinesMax = _budget.LinesMax;
        metrics.LinesUsed = _held.Count + (_underlying is null ? 0 : 1);
    }

    /// <summary>Marks every quote stale: the feed was lost.</summary>
    public void MarkStale()
    {
        foreach (var held in _held.Values)
        {
            held.Line.MarkStale();
        }

        chain.UnderlyingQuote = chain.UnderlyingQuote with { Stale = true };
    }

    /// <summary>Forgets refusals and gives the whole budget back: a new connection begins.</summary>
    public void Reset()
    {
        _budget.Reset();
        _excluded.Clear();
        _refusals.Clear();
    }

    /// <inheritdoc />
    public void OnDataType(int type, FeedLine line) => feed.OnDataType(type, line);

    /// <inheritdoc />
    public void OnLineError(OptionLine line, ErrorNotice error)
    {
        feed.OnNotice(error, FeedLine.Option);
        if (error.Code is LineLimit or NoSuchContract)
        {
            _refusals.Enqueue(new Refusal(line, error));
        }
    }

    /// <inheritdoc />
    public void OnUnderlyingError(ErrorNotice error)
    {
        feed.OnNotice(error, FeedLine.Underlying);
        if (error.Code is LineLimit or NoSuchContract)
        {
            _refusals.Enqueue(new Refusal(null, error));
        }
    }

    private void TakeRefusals()
    {
        var lowered = false;
        while (_refusals.TryDequeue(out var refusal))
        {
            metrics.LinesDropped.Add(refusal.Error.Code == LineLimit ? "101" : "200");
            lowered |= refusal.Error.Code == LineLimit;
            if (refusal.Line is not { } line)
            {
                _underlying?.Dispose();
                _underlying = null;
                continue;
            }

            if (refusal.Error.Code == NoSuchContract)
            {
                _excluded.Add(line.Option.Contract.ConId);
                MarketDataLog.LineRefused(logger, line.Option.Contract.ToString(), refusal.Error.Code, refusal.Error.Text);
            }

            if (_held.TryGetValue(line.Option.Contract.ConId, out var held) && ReferenceEquals(held.Line, line))
            {
                Free(held);
            }
        }

        if (lowered)
        {
            // The underlying's line always counts, also while it is the one that was refused: an option makes room for it.
            _budget.OnRefused(_held.Count + (_underlying is null ? 0 : 1));
            MarketDataLog.BudgetLowered(logger, _budget.LinesMax);
        }
    }

    private void Apply(LinePlan plan)
    {
        var planned = plan.Lines.ToHashSet();
        foreach (var held in _held.Values.Where(held => !planned.Contains(held.Line.Option)).ToArray())
        {
            Free(held);
        }

        foreach (var option in plan.Lines.Where(option => !_held.ContainsKey(option.Contract.ConId)))
        {
            if (discovery.ContractOf(option.Contract.ConId) is { } contract)
            {
                var line = new OptionLine(option, desk, this);
                if (Take(contract, options.OptionGenericTicks, line) is { } subscription)
                {
                    option.Subscribed = true;
                    _held[option.Contract.ConId] = new HeldLine(line, subscription);
                }
            }
        }

        Report(plan);
    }

    private void Report(LinePlan plan)
    {
        if (discovery.IsComplete && _reported != (plan.NearCount, _budget.LinesMax))
        {
            _reported = (plan.NearCount, _budget.LinesMax);
            MarketDataLog.LinesShared(logger, plan.NearCount, plan.Lines.Count + 1, _budget.LinesMax, plan.NearCount - plan.Lines.Count);
            if (plan.PinnedOverBudget)
            {
                MarketDataLog.PinnedOverBudget(logger, Pinned.Count, _budget.LinesMax);
            }
        }
    }

    private IDisposable? Take(Contract contract, string genericTicks, IMarketDataHandler handler)
    {
        try
        {
            return gateway.Subscribe(contract, genericTicks, contract.ConId, handler);
        }
        catch (TwsRequestException exception)
        {
            metrics.Errors.Add(BotErrors.Subscription);
            MarketDataLog.SubscribeFailed(logger, contract.LocalSymbol, exception.Message);
            return null;
        }
    }

    private void Free(HeldLine held)
    {
        held.Subscription.Dispose();
        held.Line.Release();
        _held.Remove(held.Line.Option.Contract.ConId);
    }

    private sealed record HeldLine(OptionLine Line, IDisposable Subscription);

    private sealed record Refusal(OptionLine? Line, ErrorNotice Error);
}
