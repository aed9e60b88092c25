using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.MarketData;

/// <summary>The listed options of one expiry, by ascending strike. Its lists never change; a rediscovery makes a new one.</summary>
internal sealed class ExpiryChain
{
    /// <summary>Arranges the options of one expiry.</summary>
    public ExpiryChain(DateOnly expiry, IEnumerable<QuotedOption> options)
    {
        Expiry = expiry;
        var byStrike = options.GroupBy(option => option.Contract.Strike).OrderBy(group => group.Key).ToArray();
        Strikes = [.. byStrike.Select(group => group.Key)];
        Calls = [.. byStrike.Select(group => group.FirstOrDefault(option => option.Contract.Right == OptionRight.Call))];
        Puts = [.. byStrike.Select(group => group.FirstOrDefault(option => option.Contract.Right == OptionRight.Put))];
    }

    /// <summary>The expiry.</summary>
    public DateOnly Expiry { get; }

    /// <summary>Strikes, ascending, USD.</summary>
    public IReadOnlyList<decimal> Strikes { get; }

    /// <summary>The call of each strike; null where none is listed.</summary>
    public IReadOnlyList<QuotedOption?> Calls { get; }

    /// <summary>The put of each strike; null where none is listed.</summary>
    public IReadOnlyList<QuotedOption?> Puts { get; }

    /// <summary>Every option of the expiry.</summary>
    public IEnumerable<QuotedOption> Options => Calls.Concat(Puts).OfType<QuotedOption>();
}
