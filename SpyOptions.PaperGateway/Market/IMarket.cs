namespace SpyOptions.PaperGateway.Market;

/// <summary>The market behind the gateway: what is listed, what it is quoted at, and when that changes. Safe to use from any thread.</summary>
internal interface IMarket
{
    /// <summary>Name for logs and status, for example <c>synthetic seed 1</c>.</summary>
    string Name { get; }

    /// <summary>The market's own time.</summary>
    MarketClock Clock { get; }

    /// <summary>The exchange session that is shown.</summary>
    DateOnly SessionDate { get; }

    /// <summary>Everything listed: the stock first, then the options by expiry, strike and right (call before put).</summary>
    IReadOnlyList<ListedContract> Contracts { get; }

    /// <summary>Anomalies put into the quotes on purpose, oldest first; empty for a recorded market.</summary>
    IReadOnlyList<AnomalyLabel> Labels { get; }

    /// <summary>Raised for watched contracts, in market order, from one thread at a time; a handler must not block.</summary>
    event Action<QuoteChange>? Changed;

    /// <summary>The quote of a contract now.</summary>
    /// <param name="conId">Contract id.</param>
    /// <param name="quote">The quote, when the contract is listed.</param>
    /// <returns>False when no such contract is listed.</returns>
    bool TryGetQuote(int conId, out MarketQuote quote);

    /// <summary>Asks for changes of a contract; counted, so that each call needs its own <see cref="Unwatch"/>. An unknown id is ignored.</summary>
    /// <param name="conId">Contract id.</param>
    void Watch(int conId);

    /// <summary>Ends one <see cref="Watch"/>.</summary>
    /// <param name="conId">Contract id.</param>
    void Unwatch(int conId);

    /// <summary>Brings the quotes up to the clock and raises <see cref="Changed"/>. Called by the market loop alone.</summary>
    void Step();
}
