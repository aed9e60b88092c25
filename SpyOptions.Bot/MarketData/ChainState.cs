using System.Collections.Frozen;

namespace SpyOptions.Bot.MarketData;

/// <summary>What is known of the whole chain: the listed options by expiry, the underlying and the market time. Safe to read from any thread.</summary>
/// <param name="underlying">Symbol of the underlying.</param>
/// <param name="time">Market time.</param>
internal sealed class ChainState(string underlying, IMarketTime time)
{
    private readonly Lock _gate = new();
    private volatile Listing _listing = new([], FrozenDictionary<int, QuotedOption>.Empty);
    private UnderlyingQuote _quote;

    /// <summary>Symbol of the underlying.</summary>
    public string Underlying { get; } = underlying;

    /// <summary>Market time.</summary>
    public IMarketTime Time { get; } = time;

    /// <summary>The expiries, ascending. A new list, with new entries where they changed, after each discovery.</summary>
    public IReadOnlyList<ExpiryChain> Expiries => _listing.Expiries;

    /// <summary>Options known.</summary>
    public int OptionCount => _listing.ByConId.Count;

    /// <summary>The newest quote of the underlying.</summary>
    public UnderlyingQuote UnderlyingQuote
    {
        get
        {
            lock (_gate)
            {
                return _quote;
            }
        }

        set
        {
            lock (_gate)
            {
                _quote = value;
            }
        }
    }

    /// <summary>Finds an option by the broker's contract id; null when it is not known.</summary>
    public QuotedOption? Find(int conId) => _listing.ByConId.GetValueOrDefault(conId);

    /// <summary>Finds an expiry; null when it is not known.</summary>
    public ExpiryChain? Find(DateOnly expiry) => _listing.Expiries.FirstOrDefault(chain => chain.Expiry == expiry);

    /// <summary>Replaces the listing. Hand in the entries of options that stay, so that their quotes stay.</summary>
    public void Replace(IEnumerable<QuotedOption> options)
    {
        var byConId = options.ToFrozenDictionary(option => option.Contract.ConId);
        var expiries = byConId.Values.GroupBy(option => option.Contract.Expiry).OrderBy(group => group.Key)
            .Select(group => Find(group.Key) is { } old && old.Options.ToHashSet().SetEquals(group) ? old : new ExpiryChain(group.Key, group));
        _listing = new Listing([.. expiries], byConId);
    }

    private sealed record Listing(IReadOnlyList<ExpiryChain> Expiries, FrozenDictionary<int, QuotedOption> ByConId);
}
