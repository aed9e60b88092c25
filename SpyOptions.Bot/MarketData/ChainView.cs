namespace SpyOptions.Bot.MarketData;

/// <summary>
/// One reader's copy of an expiry: arrays by strike that <see cref="Refresh"/> brings up to date, copying only what changed.
/// It belongs to one thread; make a new one when <see cref="ChainState.Expiries"/> holds a new <see cref="ExpiryChain"/>.
/// </summary>
/// <param name="state">The chain.</param>
/// <param name="chain">The expiry to view.</param>
internal sealed class ChainView(ChainState state, ExpiryChain chain)
{
    private readonly long[] _callVersions = new long[chain.Strikes.Count];
    private readonly long[] _putVersions = new long[chain.Strikes.Count];
    private readonly OptionQuote[] _calls = new OptionQuote[chain.Strikes.Count];
    private readonly OptionQuote[] _puts = new OptionQuote[chain.Strikes.Count];

    /// <summary>The expiry that is viewed.</summary>
    public ExpiryChain Chain { get; } = chain;

    /// <summary>Quotes of the calls by strike; <see cref="OptionQuote.TickCount"/> is 0 where nothing is known.</summary>
    public ReadOnlySpan<OptionQuote> Calls => _calls;

    /// <summary>Quotes of the puts by strike; <see cref="OptionQuote.TickCount"/> is 0 where nothing is known.</summary>
    public ReadOnlySpan<OptionQuote> Puts => _puts;

    /// <summary>The newest quote of the underlying.</summary>
    public UnderlyingQuote UnderlyingQuote { get; private set; }

    /// <summary>Price of the underlying, USD; null before it is known.</summary>
    public double? Spot => UnderlyingQuote.Spot;

    /// <summary>Market time, UTC; null before it is known.</summary>
    public DateTimeOffset? MarketAt { get; private set; }

    /// <summary>Years from the market time to the end of the expiry; null before the market time is known.</summary>
    public double? YearsToExpiry { get; private set; }

    /// <summary>Brings the copy up to date.</summary>
    /// <returns>Quotes that changed.</returns>
    public int Refresh()
    {
        UnderlyingQuote = state.UnderlyingQuote;
        MarketAt = state.Time.Now;
        YearsToExpiry = state.Time.YearsToExpiry(Chain.Expiry);
        var changed = 0;
        for (var index = 0; index < _calls.Length; index++)
        {
            if (Chain.Calls[index] is { } call && call.TryReadNewer(ref _callVersions[index], ref _calls[index]))
            {
                changed++;
            }

            if (Chain.Puts[index] is { } put && put.TryReadNewer(ref _putVersions[index], ref _puts[index]))
            {
                changed++;
            }
        }

        return changed;
    }
}
