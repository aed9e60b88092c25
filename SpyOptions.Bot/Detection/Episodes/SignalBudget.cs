using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Episodes;

/// <summary>Lets through a bounded number of new episodes of each kind in any minute. A bucket of tokens that refills evenly.</summary>
/// <param name="perMinute">Most new episodes of one kind a minute.</param>
internal sealed class SignalBudget(int perMinute)
{
    private readonly Dictionary<SignalKind, (double Tokens, TimeSpan At)> _buckets = [];

    /// <summary>Takes a token.</summary>
    /// <param name="kind">The kind that wants to send.</param>
    /// <param name="at">Time since the process started.</param>
    /// <returns>False when the budget is spent.</returns>
    public bool TryTake(SignalKind kind, TimeSpan at)
    {
        var (tokens, before) = _buckets.GetValueOrDefault(kind, (perMinute, at));
        tokens = Math.Min(perMinute, tokens + ((at - before).TotalMinutes * perMinute));
        var taken = tokens >= 1;
        _buckets[kind] = (taken ? tokens - 1 : tokens, at);
        return taken;
    }
}
