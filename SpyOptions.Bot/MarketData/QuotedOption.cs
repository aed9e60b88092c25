using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.MarketData;

/// <summary>A listed option and its newest quote. One thread writes, any may read.</summary>
/// <param name="contract">The option.</param>
internal sealed class QuotedOption(OptionContract contract)
{
    private readonly Lock _gate = new();
    private OptionQuote _quote;
    private QuoteFields _pending;
    private int _pendingTicks;
    private long _version;
    private volatile bool _subscribed;

    /// <summary>The option.</summary>
    public OptionContract Contract { get; } = contract;

    /// <summary>Whether a market data line is on it now.</summary>
    public bool Subscribed
    {
        get => _subscribed;
        set => _subscribed = value;
    }

    /// <summary>Rises with every change of the quote; 0 before the first.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>The newest quote.</summary>
    public OptionQuote Quote
    {
        get
        {
            lock (_gate)
            {
                return _quote;
            }
        }
    }

    /// <summary>Copies the newest quote when it is newer than the caller's copy.</summary>
    /// <param name="version">Version of the caller's copy; brought up to date.</param>
    /// <param name="quote">The caller's copy; brought up to date.</param>
    /// <returns>Whether there was anything newer.</returns>
    public bool TryReadNewer(ref long version, ref OptionQuote quote)
    {
        if (Version == version)
        {
            return false;
        }

        lock (_gate)
        {
            version = _version;
            quote = _quote;
            return true;
        }
    }

    /// <summary>Replaces the quote and notes what changed.</summary>
    /// <returns>Whether the contract has to be handed over: false while an earlier change still waits to be taken.</returns>
    public bool Update(in OptionQuote quote, QuoteFields fields)
    {
        lock (_gate)
        {
            _quote = quote;
            _version++;
            var first = _pending == QuoteFields.None;
            _pending |= fields;
            _pendingTicks++;
            return first && fields != QuoteFields.None;
        }
    }

    /// <summary>Marks the newest quote stale.</summary>
    /// <returns>Whether the contract has to be handed over.</returns>
    public bool MarkStale()
    {
        lock (_gate)
        {
            return _quote is { TickCount: > 0, Stale: false } && Update(_quote with { Stale = true }, QuoteFields.Stale);
        }
    }

    /// <summary>Takes everything that changed since the last call.</summary>
    public QuoteChange Take()
    {
        lock (_gate)
        {
            var change = new QuoteChange(this, _quote, _pending, Math.Max(0, _pendingTicks - 1));
            _pending = QuoteFields.None;
            _pendingTicks = 0;
            return change;
        }
    }
}
